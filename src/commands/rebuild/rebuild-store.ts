import path from 'node:path';
import {errors} from '../../errors.js';
import {PlanJournal} from '../../protocol/plan-journal.js';
import {ensureNotNewer} from '../../store/ensure-not-newer.js';
import {RebuiltDatabase} from '../../store/rebuilt-database.js';
import {scoreVersion} from '../../score/score-version.js';
import {scoreRuns} from '../score-runs.js';
import type {LeftOut} from './left-out.js';
import {type FoundFolder, readRunFolders} from './read-run-folders.js';
import {takeEvents} from './take-events.js';
import {type PlanSource, takePlans} from './take-plans.js';

/** What a database was made of. */
export type Rebuilt = {
  readonly runs: number;
  readonly epochs: number;
  /** Whether there were plans. Without them runs that never began, and older forms of rows, are not known. */
  readonly hasPlans: boolean;
  /** What was damaged, and is not in it. */
  readonly leftOut: readonly LeftOut[];
  /** The name under which an old database is kept. */
  readonly kept: string | undefined;
};

export type RebuildOptions = {
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked right before the new database is put in place: throws where the folder is another's by then. */
  readonly ensureAlone?: () => void;
};

/**
Makes the database of a runs folder anew, of its plans and its runs' events, and puts it in place. Only for who has the folder alone.
Throws a UserError where it cannot be written.
*/
export async function rebuildStore(runsFolder: string, {onProgress, ensureAlone}: RebuildOptions = {}): Promise<Rebuilt> {
  ensureNotNewer(runsFolder);
  const journal = readJournal(runsFolder);
  const found = readRunFolders(runsFolder);
  const database = new RebuiltDatabase(runsFolder);
  try {
    const ofPlans = takePlans(database, {runsFolder, found, journal: journal.sources});
    const damaged = [...journal.leftOut, ...ofPlans, ...await takeEvents(database, {runsFolder, found, onProgress})];
    await scoreRuns(database, database.unscoredRuns(scoreVersion));
    const leftOut = [...damaged, ...untaken(found, database.runs(), damaged)];
    const counts = {runs: database.runs().size, epochs: database.epochs, hasPlans: journal.isThere};
    return {...counts, leftOut, kept: database.finish(ensureAlone)};
  } catch (error) {
    database.discard();
    throw error;
  }
}

type Journal = {readonly isThere: boolean; readonly sources: readonly PlanSource[]; readonly leftOut: readonly LeftOut[]};

function readJournal(runsFolder: string): Journal {
  const journal = new PlanJournal(runsFolder);
  const file = path.basename(journal.file);
  try {
    const {plans, damaged} = journal.read();
    return {
      isThere: journal.isThere,
      sources: plans.map(({line, plan}) => ({file, line, plan})),
      leftOut: damaged.map(({line, reason: why}) => ({file, line, reason: why})),
    };
  } catch (error) {
    throw errors.cannotReadFile(journal.file, error);
  }
}

/** Folders whose events are not in the database, apart from those that are named already. */
function untaken(found: readonly FoundFolder[], runs: ReadonlyMap<string, string>, leftOut: readonly LeftOut[]): LeftOut[] {
  const named = new Set(leftOut.map(({file}) => file.split('/', 1)[0]));
  const ids = new Map([...runs].map(([id, fingerprint]) => [fingerprint, id]));
  const lost = found.filter(({folder: {runId}, hasEvents}) => hasEvents && !runs.has(runId) && !named.has(runId));
  return lost.map(({folder: {runId}, facts}) => {
    const taken = ids.get(facts?.fingerprint ?? '');
    return {
      file: `${runId}/events.jsonl`,
      reason: taken === undefined ? 'is of a run that could not be taken in' : `is of the same run as ${taken}`,
    };
  });
}
