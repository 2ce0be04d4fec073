import {statSync} from 'node:fs';
import path from 'node:path';
import type {StoredSplit} from '../../domain/dataset.js';
import type {PlanRecord} from '../../domain/plan-record.js';
import {identifyExperiment} from '../../plan/identify-experiment.js';
import {readEvents} from '../../protocol/read-events.js';
import {readSplit, type RunFacts} from '../../protocol/run-facts.js';
import type {RunFolder} from '../../protocol/run-folder.js';
import type {LeftOut} from './left-out.js';

/** A run that no plan tells of, and what its folder says that it is. */
export type Planless = {readonly folder: RunFolder; readonly facts: RunFacts};

type Dated = Planless & {readonly at: string};

/**
Plans that would have brought these runs, oldest first, one for each row: an ablate that kept no plans left no more. `splits` are those that
are known already.
*/
export function plansOfFacts(
  runs: readonly Planless[],
  splits: ReadonlyMap<string, StoredSplit>,
): {readonly plans: readonly PlanRecord[]; readonly leftOut: readonly LeftOut[]} {
  const found = new Map(splits);
  const leftOut: LeftOut[] = [];
  const rows = new Map<string, Dated[]>();
  for (const {folder, facts} of runs) {
    const split = found.get(facts.splitId) ?? readSplit(folder, facts.splitId);
    if (split) {
      found.set(facts.splitId, split);
      const id = identifyExperiment(facts.experiment);
      rows.set(id, [...rows.get(id) ?? [], {folder, facts, at: beginningOf(folder)}]);
    } else {
      const file = path.relative(folder.runsFolder, folder.splitFile(facts.splitId));
      leftOut.push({file, reason: `is missing or damaged, and ${facts.runId} needs it`});
    }
  }

  const plans = [...rows].map(([id, each]) => planOf(id, each.toSorted((one, other) => byTime(one, other)), found));
  return {plans: plans.toSorted((one, other) => byTime(one, other)), leftOut};
}

function planOf(experimentId: string, runs: readonly Dated[], splits: ReadonlyMap<string, StoredSplit>): PlanRecord {
  return {
    at: runs[0]!.at,
    splits: [...new Set(runs.map(({facts}) => facts.splitId))].map(id => splits.get(id)!),
    rows: [{
      experimentId,
      experiment: runs.at(-1)!.facts.experiment,
      runs: runs.map(({facts: {runId: id, seed, fingerprint, splitId: split}}) => ({id, seed, fingerprint, split})),
    }],
  };
}

function byTime(one: {readonly at: string}, other: {readonly at: string}): number {
  return one.at < other.at ? -1 : Number(one.at > other.at);
}

/** When the run began, or was made ready to. */
function beginningOf(folder: RunFolder): string {
  try {
    return readEvents(folder.events).events[0]?.at ?? statSync(folder.facts).mtime.toISOString();
  } catch {
    return statSync(folder.facts).mtime.toISOString();
  }
}
