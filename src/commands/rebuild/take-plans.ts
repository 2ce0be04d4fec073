import type {PlanRecord, RecordedRun} from '../../domain/plan-record.js';
import {readSplit} from '../../protocol/run-facts.js';
import {RunFolder} from '../../protocol/run-folder.js';
import type {RebuiltDatabase} from '../../store/rebuilt-database.js';
import type {LeftOut} from './left-out.js';
import {plansOfFacts} from './plans-of-facts.js';
import type {FoundFolder} from './read-run-folders.js';

/** A plan, and where it stands. */
export type PlanSource = Omit<LeftOut, 'reason'> & {readonly plan: PlanRecord};

type Taking = {readonly runsFolder: string; readonly found: readonly FoundFolder[]; readonly journal: readonly PlanSource[]};

/**
Takes in the plans in which the runs came, those first of which only the runs' folders tell; gives what was left out. A plan that
contradicts what came before it is as if it were lost: the folders tell of its runs.
*/
export function takePlans(database: RebuiltDatabase, {runsFolder, found, journal}: Taking): LeftOut[] {
  const ids = chooseIds(found, runsOf(journal));
  const refused = addPlans(database, {runsFolder, ids, sources: journal});
  const accepted = journal.filter(source => !refused.has(source));
  const {sources, leftOut} = plansOfFolders(found, {accepted, journal});
  if (sources.length === 0) {
    return [...leftOut, ...refused.values()];
  }

  database.startOver();
  const contradictions = addPlans(database, {runsFolder, ids, sources: [...sources, ...accepted]});
  return [...leftOut, ...refused.values(), ...contradictions.values()];
}

function runsOf(sources: readonly PlanSource[]): RecordedRun[] {
  return sources.flatMap(({plan}) => plan.rows.flatMap(({runs}) => runs));
}

/** For each fingerprint the run whose folder has its events: a run that two plans name differently lies under one of the names. */
function chooseIds(found: readonly FoundFolder[], planned: readonly RecordedRun[]): ReadonlyMap<string, string> {
  const folders = new Map(found.filter(({hasEvents}) => hasEvents).map(({folder, facts}) => [folder.runId, facts]));
  const known = new Set(planned.map(({id}) => id));
  const told = [...folders].flatMap(([id, facts]) => facts?.runId === id && !known.has(id) ? [{id, fingerprint: facts.fingerprint}] : []);
  const chosen = new Map<string, string>();
  for (const {id, fingerprint} of [...planned, ...told]) {
    if (!chosen.has(fingerprint) && folders.has(id) && (folders.get(id)?.fingerprint ?? fingerprint) === fingerprint) {
      chosen.set(fingerprint, id);
    }
  }

  return chosen;
}

type Adding = {readonly runsFolder: string; readonly ids: ReadonlyMap<string, string>; readonly sources: readonly PlanSource[]};

/** Gives the plans that could not be taken in, and why. */
function addPlans(database: RebuiltDatabase, {runsFolder, ids, sources}: Adding): ReadonlyMap<PlanSource, LeftOut> {
  const refused = new Map<PlanSource, LeftOut>();
  const splits = new Set<string>();
  for (const source of sources) {
    const {plan, ...place} = source;
    const whole = withIds(withSplits(plan, splits, runsFolder), ids);
    const reason = database.addPlan(whole);
    if (reason === undefined) {
      for (const {id} of whole.splits) {
        splits.add(id);
      }
    } else {
      refused.set(source, {...place, reason});
    }
  }

  return refused;
}

/** The plan with those splits, too, that a damaged line before it brought, as far as they lie in the folder. */
function withSplits(plan: PlanRecord, known: ReadonlySet<string>, runsFolder: string): PlanRecord {
  const own = new Set(plan.splits.map(({id}) => id));
  const runs = plan.rows.flatMap(row => row.runs).filter(({split}) => !known.has(split) && !own.has(split));
  const missing = new Map(runs.map(({id, split}) => [split, id]));
  return {...plan, splits: [...plan.splits, ...[...missing].flatMap(([split, id]) => readSplit(new RunFolder(runsFolder, id), split) ?? [])]};
}

function withIds(plan: PlanRecord, ids: ReadonlyMap<string, string>): PlanRecord {
  const rows = plan.rows.map(row => ({...row, runs: row.runs.map(run => ({...run, id: ids.get(run.fingerprint) ?? run.id}))}));
  return {...plan, rows};
}

type Known = {readonly accepted: readonly PlanSource[]; readonly journal: readonly PlanSource[]};

/** Plans of the runs that no plan tells of, made of their folders. */
function plansOfFolders(found: readonly FoundFolder[], {accepted, journal}: Known): {sources: readonly PlanSource[]; leftOut: readonly LeftOut[]} {
  const planned = runsOf(accepted);
  const ids = new Set(planned.map(({id}) => id));
  const fingerprints = new Set(planned.map(({fingerprint}) => fingerprint));
  const unknown = found.filter(({folder, facts}) => !ids.has(folder.runId) && !(facts && fingerprints.has(facts.fingerprint)));
  const planless = unknown.flatMap(({folder, facts}) => facts?.runId === folder.runId ? [{folder, facts}] : []);
  const splits = new Map([...journal, ...accepted].flatMap(({plan}) => plan.splits.map(split => [split.id, split])));
  const {plans, leftOut} = plansOfFacts(planless, splits);
  const foreign = unknown.filter(({folder, facts}) => facts?.runId !== folder.runId);
  return {
    sources: plans.map(plan => ({file: `${plan.rows[0]!.runs[0]!.id}/run.json`, plan})),
    leftOut: [...leftOut, ...foreign.map(({folder, facts}) => ({
      file: `${folder.runId}/run.json`,
      reason: facts ? `is of the run ${facts.runId}` : 'is missing or damaged, and no plan tells which run this is',
    }))],
  };
}
