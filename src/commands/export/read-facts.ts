import type {StoredSplit} from '../../domain/dataset.js';
import {errors} from '../../errors.js';
import {readRunFacts, readSplit, type RunFacts} from '../../protocol/run-facts.js';
import {RunFolder} from '../../protocol/run-folder.js';
import type {Places} from '../places.js';

/** What a run is and what it was split into, from its folder. Throws a UserError where that does not say. */
export function readFacts(runId: string, {runs}: Places): {readonly facts: RunFacts; readonly split: StoredSplit} {
  const folder = new RunFolder(runs, runId);
  const facts = readRunFacts(folder);
  const split = facts && readSplit(folder, facts.splitId);
  if (!facts || !split) {
    throw errors.cannotTakeAway(runId, 'its folder does not say any more what it was');
  }

  return {facts, split};
}
