import {readFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {UserError} from '../errors.js';
import {isToDo} from '../plan/plan-runs.js';
import {orderRuns} from '../plan/order-runs.js';
import type {IncomingRuns} from '../queue/queue-options.js';
import {formatProblem} from '../spec/explain-problem.js';
import {findFiles} from '../spec/find-files.js';
import {readExperiments} from '../spec/read-experiments.js';
import type {Store} from '../store/open-store.js';
import {missingWeightsError} from './find-row-weights.js';
import type {Places} from './places.js';
import {planExperiments, type SweepToPlan} from './plan-sweep.js';
import {checkRows} from './read-valid-rows.js';

type Watching = {
  readonly places: Places;
  readonly store: Store;
  /** Tells what is wrong with a file. */
  readonly say: (text: string) => void;
  /** Ends the watch. */
  readonly signal: AbortSignal;
};

// Contents are compared, a look every so often: notices of changes do not come over networks, name editors' side files, and miss what is
// renamed into place.
const pollMs = 2000;

/** Gives the runs to do of files that are added or changed, until it is told to stop. A mistake in a file is said, and the rest counts. */
export async function * watchExperiments(sweep: SweepToPlan, watching: Watching): AsyncGenerator<IncomingRuns> {
  const {say, signal, places} = watching;
  say(`Watching ${sweep.paths.join(', ')} for new and changed files. Ctrl-C ends it.`);
  const mistakes = new Mistakes(say);
  let planned = snapshot(sweep, places);
  let before = planned;
  while (!await isAborted(signal)) {
    const now = snapshot(sweep, places);
    // Half of a file may be written: it must have stayed as it is for a moment.
    if (now !== planned && now === before) {
      planned = now;
      yield await planAgain(sweep, watching, mistakes);
    }

    before = now;
  }
}

async function isAborted(signal: AbortSignal): Promise<boolean> {
  await sleep(pollMs, undefined, {signal}).catch(() => undefined);
  return signal.aborted;
}

/** All files that count, parents too, and what stands in them. */
function snapshot({paths, overrides}: SweepToPlan, {cwd}: Places): string {
  const given = paths.flatMap(each => filesAt(each, cwd));
  const {files} = readExperiments(given, {cwd, overrides});
  return files.map(({label}) => `${label}\n${textOf(path.resolve(cwd, label))}`).join('\n');
}

function filesAt(given: string, cwd: string): string[] {
  try {
    return findFiles([given], cwd);
  } catch {
    // All of its files are gone for now.
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function planAgain({paths, overrides, slots}: SweepToPlan, {places, store}: Watching, mistakes: Mistakes): Promise<IncomingRuns> {
  try {
    const {rows, problems} = await checkRows(paths.filter(each => filesAt(each, places.cwd).length > 0), overrides, places);
    mistakes.tell(problems.map(problem => formatProblem(problem)));
    const {runs, missing} = await planExperiments(rows.map(({experiment}) => experiment), slots, places, store);
    const without = new Set(missing.flatMap(({experiments}) => experiments));
    if (missing.length > 0) {
      mistakes.tell([missingWeightsError(missing).message]);
    }

    const whole = runs.filter(({experiment}) => !without.has(experiment));
    const recorded = store.recordPlan(whole);
    return {planned: recorded, toDo: orderRuns(recorded.filter(({state}) => isToDo(state)))};
  } catch (error) {
    if (error instanceof UserError) {
      mistakes.tell([error.message]);
      return {planned: [], toDo: []};
    }

    throw error;
  }
}

/** Tells each mistake once, and again when it comes back. */
class Mistakes {
  readonly #say: (text: string) => void;
  #known = new Set<string>();

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  tell(texts: readonly string[]): void {
    for (const text of texts.filter(each => !this.#known.has(each))) {
      this.#say(text);
    }

    this.#known = new Set(texts);
  }
}
