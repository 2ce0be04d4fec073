import process from 'node:process';
import type {RunEvent} from '../domain/run-event.js';
import {errors} from '../errors.js';
import {heldRuns} from '../queue/held-runs.js';
import {LeaseBook} from '../queue/lease-book.js';
import {QueueDatabase} from '../queue/queue-database.js';
import {requeueRun} from '../queue/requeue-run.js';
import {Wishes} from '../queue/wishes.js';
import {orderRuns} from '../plan/order-runs.js';
import {planSummary} from '../report/plan-summary.js';
import type {SweepOutput} from '../report/sweep-view.js';
import type {Store} from '../store/open-store.js';
import {chooseSlots} from './choose-slots.js';
import {missingWeightsError} from './find-row-weights.js';
import {openResults} from './find-store.js';
import {findUnfinishedRuns} from './find-unfinished-runs.js';
import {type HowToTrain, queueOptions} from './how-to-train.js';
import {isFailure} from './is-failure.js';
import {openOutput} from './open-output.js';
import type {Places} from './places.js';
import {planExperiments} from './plan-sweep.js';
import {recoverRuns} from './recover-runs.js';
import {train} from './train-runs.js';
import {withLease} from './with-lease.js';
import {workIn} from './work-in.js';

/** What `ablate retry` was asked for. */
export type RetryOptions = HowToTrain & {readonly failed?: true; readonly json?: true};

/** Puts runs back into the queue, and trains them unless an ablate is at work that takes them up. Gives the exit code. */
export async function retryRuns(given: readonly string[], options: RetryOptions, places: Places): Promise<number> {
  openResults(places).close();
  const output = openOutput(options.json === true);
  return workIn(places.runs, async store => retry(given, options, {places, output, store}));
}

type Means = {readonly places: Places; readonly output: SweepOutput; readonly store: Store};

async function retry(given: readonly string[], options: RetryOptions, {places, output, store}: Means): Promise<number> {
  recoverRuns(store, places.runs);
  const runIds = choose(given, options.failed === true, store);
  const isAtWork = heldRuns(places.runs).size > 0;
  await requeue(runIds, store, places.runs);
  if (isAtWork) {
    process.stderr.write(`${count(runIds)} back in the queue. The ablate that is at work here takes up those that it was asked for; for others run their files.\n`);
    return 0;
  }

  const slots = chooseSlots(options.slots, places);
  // All seeds of their rows are planned, for a plan says which seeds a row has.
  const {runs, missing} = await planExperiments(store.experimentsOfRuns(runIds), slots, places, store);
  if (missing.length > 0) {
    throw missingWeightsError(missing);
  }

  const toDo = runs.filter(({id}) => runIds.includes(id));
  const changed = runIds.filter(runId => !toDo.some(({id}) => id === runId));
  if (changed.length > 0) {
    throw errors.runChanged(changed);
  }

  const queue = await queueOptions(slots, options, places);
  store.recordPlan(runs);
  if (!output.json) {
    output.stream.write(`${planSummary(toDo, slots)}\n`);
  }

  return train(orderRuns(toDo), {queue, store, output});
}

/** The runs that are named, but for done ones of a row; without names, or beside them, those that failed. */
function choose(given: readonly string[], allFailed: boolean, store: Store): string[] {
  const named = findUnfinishedRuns(given, store);
  const failed = allFailed || given.length === 0 ? store.runRows().filter(({status}) => isFailure(status)).map(({run_id: runId}) => runId) : [];
  if (named.length + failed.length === 0) {
    throw errors.nothingToRetry();
  }

  return [...new Set([...named, ...failed])];
}

/** A run that somebody is training now needs nothing. */
async function requeue(runIds: readonly string[], store: Store, runsFolder: string): Promise<void> {
  const book = new LeaseBook(QueueDatabase.open(runsFolder));
  const wishes = new Wishes(book.database);
  for (const runId of runIds) {
    const events: readonly RunEvent[] = await withLease(book, runsFolder, runId, folder => requeueRun(folder)) ?? [];
    for (const event of events) {
      store.ingest(runId, event);
    }

    wishes.ask(runId, 'retry');
  }

  book.database.close();
}

function count({length}: readonly string[]): string {
  return length === 1 ? '1 run is' : `${length} runs are`;
}
