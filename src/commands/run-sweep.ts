import {existsSync} from 'node:fs';
import process from 'node:process';
import type {PlannedRun} from '../domain/planned-run.js';
import {isToDo} from '../plan/plan-runs.js';
import {orderRuns} from '../plan/order-runs.js';
import {readEvents} from '../protocol/read-events.js';
import {removeCheckpoints} from '../protocol/remove-checkpoints.js';
import {RunFolder} from '../protocol/run-folder.js';
import {judgeEvents, limitsOf} from '../queue/judge-events.js';
import {planSummary} from '../report/plan-summary.js';
import type {SweepOutput} from '../report/sweep-view.js';
import {scoreVersion} from '../score/score-version.js';
import type {Store} from '../store/open-store.js';
import {chooseSlots} from './choose-slots.js';
import {displacedRows} from './displaced-rows.js';
import {missingWeightsError} from './find-row-weights.js';
import type {HowToTrain} from './how-to-train.js';
import {openOutput} from './open-output.js';
import type {Places} from './places.js';
import {planSweep, type SweepToPlan} from './plan-sweep.js';
import {preprocessNotes} from './preprocess-notes.js';
import {recoverRuns} from './recover-runs.js';
import {tellNotes} from './tell-notes.js';
import {workIn} from './work-in.js';

/** What `ablate run` was asked for. */
export type RunOptions = HowToTrain & {
  readonly set: readonly string[];
  readonly json?: true;
  readonly watch?: true;
};

/** Plans, trains and stores; gives the exit code: 1 where a run did not finish. Throws a UserError before anything is trained. */
export async function runSweep(paths: readonly string[], options: RunOptions, places: Places): Promise<number> {
  const output = openOutput(options.json === true);
  return workIn(places.runs, async store => sweep(paths, options, {places, output, store}));
}

type Means = {readonly places: Places; readonly output: SweepOutput; readonly store: Store};

async function sweep(paths: readonly string[], options: RunOptions, {places, output, store}: Means): Promise<number> {
  recoverRuns(store, places.runs);
  await scoreOlder(store);
  const slots = chooseSlots(options.slots, places);
  const wanted = {paths, overrides: options.set, slots};
  const {runs: planned, missing} = await planSweep(wanted, places, store);
  tellNotes(preprocessNotes(planned.filter(({state}) => state !== 'done').map(({experiment}) => experiment)));
  if (missing.length > 0) {
    throw missingWeightsError(missing);
  }

  const runs = planned.map(run => run.state === 'failed' && hasRestarts(run, places.runs) ? {...run, state: 'again'} as const : run);
  await dropCheckpoints(planned, places.runs);
  if (!output.json) {
    output.stream.write(`${planSummary(runs, slots)}\n`);
  }

  // What cannot be trained here must not take the place of a result.
  const isWorkLeft = runs.some(({state}) => isToDo(state)) || options.watch === true;
  const train = isWorkLeft ? await prepareTraining(wanted, options, {places, output, store}) : async () => 0;
  tellNotes(displacedRows(runs, store, places.cwd));
  const recorded = store.recordPlan(runs);
  const toDo = orderRuns(recorded.filter(({state}) => isToDo(state)));
  return Math.max(await train(toDo), tellEarlierFailures(runs, output));
}

/** Of runs that an earlier ablate trained, or whose host died before it scored them. */
async function scoreOlder(store: Store): Promise<void> {
  const runIds = store.unscoredRuns(scoreVersion);
  if (runIds.length > 0) {
    const {scoreRuns} = await import('./score-runs.js');
    await scoreRuns(store, runIds);
  }
}

/** Loads what trains, which a sweep in which all is done does without, and finds an engine. */
async function prepareTraining(
  wanted: SweepToPlan,
  options: RunOptions,
  {places, output, store}: Means,
): Promise<(runs: readonly PlannedRun[]) => Promise<number>> {
  const {queueOptions} = await import('./how-to-train.js');
  const {train} = await import('./train-runs.js');
  const {watchExperiments} = await import('./watch-experiments.js');
  const queue = await queueOptions(wanted.slots, options, places);
  const watch = options.watch && ((say: (text: string) => void, signal: AbortSignal) => watchExperiments(wanted, {places, store, say, signal}));
  return async runs => train(runs, {queue, store, output, ...watch && {watch}});
}

/** What host and worker keep of a run that is done where both are killed as it ends. */
async function dropCheckpoints(runs: readonly PlannedRun[], runsFolder: string): Promise<void> {
  for (const {id} of runs.filter(({state}) => state === 'done')) {
    const folder = new RunFolder(runsFolder, id);
    // Of ten thousand runs none has any, as a rule.
    if (existsSync(folder.checkpoints)) {
      await removeCheckpoints(folder);
    }
  }
}

/** Whether a host died in the pause before a run's restart. */
function hasRestarts(run: PlannedRun, runsFolder: string): boolean {
  const {events} = readEvents(new RunFolder(runsFolder, run.id).events);
  return events.length > 0 && judgeEvents(events, limitsOf(run)).kind === 'train';
}

/** What failed before is a result that stands, but not one to be content with. */
function tellEarlierFailures(runs: readonly PlannedRun[], {json}: SweepOutput): number {
  const failed = runs.filter(({state}) => state === 'failed');
  if (failed.length > 0 && !json) {
    const which = failed.length > 5 ? '' : `: ${failed.map(({id}) => id).join(', ')}`;
    process.stderr.write(`${failed.length} of ${runs.length} runs failed before and ${failed.length === 1 ? 'was' : 'were'} not trained again${which}. \`ablate status\` says why, \`ablate retry\` trains them again.\n`);
  }

  return failed.length > 0 ? 1 : 0;
}
