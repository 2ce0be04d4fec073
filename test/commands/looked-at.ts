import path from 'node:path';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import type {RunEvent} from '../../src/domain/run-event.js';
import {openStore} from '../../src/store/open-store.js';
import {makeSplit, planRun} from '../queue/fixtures/plan-run.js';
import {Inline} from '../run-inline.js';
import {attemptOf} from '../store/fixtures/events.js';

/** Stored runs and what happened in each. */
type Told = ReadonlyArray<readonly [run: PlannedRun, events: readonly RunEvent[]]>;

/** A folder whose runs ended so, without any training. */
export async function makeResults(told: Told): Promise<Inline> {
  const inline = await Inline.create({});
  const store = openStore(path.join(inline.folder, 'runs'));
  store.recordPlan(told.map(([run]) => run));
  for (const [run, events] of told) {
    for (const event of events) {
      store.ingest(run.id, event);
    }
  }

  store.close();
  return inline;
}

const one = planRun('one');
const [other, again] = [0, 1].map(seed => planRun('other', {seed, seeds: [0, 1], dropout: 0.5, parent: 'one'})) as [PlannedRun, PlannedRun];

/**
Of five validation pictures, `one` has the first right at its end; of `other` seed 0 the first four, seed 1 the first three. `elsewhere` was
asked about other pictures, `begun` is not done, `fallen` has failed.
*/
export const results: Told = [
  [one, attemptOf([0.4, 0.2])],
  [other, attemptOf([0.2, 0.4, 0.8])],
  [again, attemptOf([0.2, 0.4, 0.6])],
  [planRun('elsewhere', {split: makeSplit('b')}), attemptOf([0.2])],
  [planRun('begun', {epochs: 7}), attemptOf([0.2, 0.4]).slice(0, 3)],
  [planRun('fallen', {epochs: 8}), attemptOf([0.2], {status: 'failed'})],
];

export const ids = {one: one.id, other: other.id, again: again.id};
