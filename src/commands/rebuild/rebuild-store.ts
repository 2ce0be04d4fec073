import path from 'node:path';
import {setImmediate as giveWay} from 'node:timers/promises';
import type {PlanRecord} from '../../domain/plan-record.js';
import {errors, reason} from '../../errors.js';
import {PlanJournal} from '../../protocol/plan-journal.js';
import {readEvents} from '../../protocol/read-events.js';
import {RunFolder} from '../../protocol/run-folder.js';
import {ensureNotNewer} from '../../store/ensure-not-newer.js';
import {RebuiltDatabase} from '../../store/rebuilt-database.js';
import type {LeftOut} from './left-out.js';
import {plansOfFacts} from './plans-of-facts.js';
import {type FoundFolder, readRunFolders} from './read-run-folders.js';

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

/** A plan, and where it stands. */
type Source = Omit<LeftOut, 'reason'> & {readonly plan: PlanRecord};

// So that a host on another machine sees that this one lives.
const runsAtOnce = 100;

/**
Makes the database of a runs folder anew, of its plans and its runs' events, and puts it in place. Only for who has the folder alone.
Throws a UserError where it cannot be written.
*/
export async function rebuildStore(runsFolder: string, onProgress: (done: number, total: number) => void): Promise<Rebuilt> {
  ensureNotNewer(runsFolder);
  const journal = readJournal(runsFolder);
  const found = readRunFolders(runsFolder);
  const {sources, leftOut} = findPlans(found, journal);
  const database = new RebuiltDatabase(runsFolder);
  try {
    const contradictions = sources.flatMap(({plan, ...place}) => {
      const problem = database.addPlan(plan);
      return problem === undefined ? [] : [{...place, reason: problem}];
    });
    const damaged = await addEvents(database, found, {runsFolder, onProgress});
    const counts = {runs: database.runs().size, epochs: database.epochs, hasPlans: journal.isThere};
    return {...counts, leftOut: [...leftOut, ...contradictions, ...damaged], kept: database.finish()};
  } catch (error) {
    database.discard();
    throw error;
  }
}

type Journal = {readonly isThere: boolean; readonly sources: readonly Source[]; readonly leftOut: readonly LeftOut[]};

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

/** The plans in which the runs came, those first of which only the runs' folders tell. */
function findPlans(found: readonly FoundFolder[], journal: Journal): {sources: readonly Source[]; leftOut: readonly LeftOut[]} {
  const planned = journal.sources.flatMap(({plan}) => plan.rows.flatMap(({runs}) => runs));
  const ids = new Set(planned.map(({id}) => id));
  const fingerprints = new Set(planned.map(({fingerprint}) => fingerprint));
  const unknown = found.filter(({folder, facts}) => !ids.has(folder.runId) && !(facts && fingerprints.has(facts.fingerprint)));
  const planless = unknown.flatMap(({folder, facts}) => facts?.runId === folder.runId ? [{folder, facts}] : []);
  const splits = new Map(journal.sources.flatMap(({plan}) => plan.splits.map(split => [split.id, split])));
  const {plans, leftOut} = plansOfFacts(planless, splits);
  const foreign = unknown.filter(({folder, facts}) => facts?.runId !== folder.runId);
  return {
    sources: [...plans.map(plan => ({file: `${plan.rows[0]!.runs[0]!.id}/run.json`, plan})), ...journal.sources],
    leftOut: [...journal.leftOut, ...leftOut, ...foreign.map(({folder, facts}) => ({
      file: `${folder.runId}/run.json`,
      reason: facts ? `is of the run ${facts.runId}` : 'is missing or damaged, and no plan tells which run this is',
    }))],
  };
}

type Adding = {readonly runsFolder: string; readonly onProgress: (done: number, total: number) => void};

/** Takes in the events of all runs; gives what was damaged. Of a run with a damaged line none are taken: it would have holes. */
async function addEvents(database: RebuiltDatabase, found: readonly FoundFolder[], {runsFolder, onProgress}: Adding): Promise<LeftOut[]> {
  const facts = new Map(found.map(each => [each.folder.runId, each.facts]));
  const leftOut: LeftOut[] = [];
  const runs = [...database.runs()];
  for (const [index, [runId, fingerprint]] of runs.entries()) {
    const foreign = facts.get(runId);
    if (foreign && foreign.fingerprint !== fingerprint) {
      leftOut.push({file: `${runId}/run.json`, reason: 'is of another configuration than the folder\'s name says'});
    } else if (facts.has(runId)) {
      leftOut.push(...addEventsOf(database, new RunFolder(runsFolder, runId)));
    }

    if (index % runsAtOnce === 0) {
      onProgress(index, runs.length);
      await giveWay();
    }
  }

  return leftOut;
}

function addEventsOf(database: RebuiltDatabase, folder: RunFolder): LeftOut[] {
  const file = `${folder.runId}/events.jsonl`;
  try {
    const {events, damaged: [first, ...others]} = readEvents(folder.events);
    if (first) {
      const more = others.length > 0 ? `, and so are ${others.length} other lines` : '';
      return [{file, line: first.line, reason: `${first.reason}${more}`}];
    }

    database.addEvents(folder.runId, events);
    return [];
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall === 'string') {
      return [{file, reason: `cannot be read (${reason(error)})`}];
    }

    throw error;
  }
}
