import os from 'node:os';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Device} from '../domain/device.js';
import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate} from '../domain/queue-update.js';
import {printable} from '../errors.js';
import {engineEnvironment} from '../engine/engine-environment.js';
import {provisionEngine} from '../engine/provision-engine.js';
import {runQueue} from '../queue/run-queue.js';
import type {QueueOptions} from '../queue/queue-options.js';
import {orderRuns} from '../plan/order-runs.js';
import {planSummary} from '../report/plan-table.js';
import {sweepView, type SweepOutput} from '../report/sweep-view.js';
import {openStore, type Store} from '../store/open-store.js';
import {chooseSlots} from './choose-slots.js';
import {displacedRows} from './displaced-rows.js';
import {missingWeightsError} from './find-row-weights.js';
import {listenForStop} from './listen-for-stop.js';
import type {Places} from './places.js';
import {planSweep} from './plan-sweep.js';
import {recordEvents} from './record-events.js';
import {recoverRuns} from './recover-runs.js';

/** What `ablate run` was asked for. */
export type RunOptions = {
  readonly set: readonly string[];
  readonly runs?: string;
  readonly slots?: number;
  readonly threads?: number;
  readonly json?: true;
  readonly profile?: true;
};

// Longer than any step or any start of a GPU, where kernels may be compiled for minutes.
const hungAfterMs = 30 * 60_000;

/** Plans, trains and stores; gives the exit code: 1 where a run did not finish. Throws a UserError before anything is trained. */
export async function runSweep(paths: readonly string[], options: RunOptions, places: Places): Promise<number> {
  const output: SweepOutput = {stream: process.stdout, json: options.json === true};
  // Who read along may leave (`| head`): that ends other commands, but not a sweep.
  output.stream.removeAllListeners('error').on('error', () => undefined);
  const store = openStore(places.runs);
  await recoverRuns(store, places.runs);
  const slots = chooseSlots(options.slots, places);
  const {runs, missing} = await planSweep({paths, overrides: options.set, slots}, places, store);
  if (missing.length > 0) {
    throw missingWeightsError(missing);
  }

  if (!output.json) {
    output.stream.write(`${planSummary(runs, slots)}\n`);
  }

  const toDo = orderRuns(runs.filter(run => run.state !== 'done'));
  // What cannot be trained here must not take the place of a result.
  const queue = toDo.length > 0 ? await queueOptions(slots, options, places) : undefined;
  for (const note of displacedRows(runs, store, places.cwd)) {
    process.stderr.write(printable(`${note}\n`));
  }

  store.recordPlan(runs);
  return queue ? train(toDo, queue, store, output) : 0;
}

async function train(runs: readonly PlannedRun[], options: QueueOptions, store: Store, output: SweepOutput): Promise<number> {
  const view = sweepView(runs, options.slots.length, output);
  const stopping = listenForStop(text => {
    view.note(text);
  });
  const recorder = recordEvents(store, ({message}) => {
    view.note(`${message}; training goes on, and what it records is kept in the runs' folders.`);
  });
  let unfinished = 0;
  try {
    for await (const update of runQueue(runs, {...options, stop: stopping.stop})) {
      if (update.kind === 'event') {
        recorder.record(update.run.id, update.event);
      }

      unfinished += isUnfinished(update) ? 1 : 0;
      view.update(update);
    }
  } finally {
    stopping.dispose();
    view.close();
  }

  recorder.finish();
  if (unfinished > 0) {
    process.stderr.write(`${unfinished} of ${runs.length} runs did not finish. \`ablate status\` says why; the same command takes them up again.\n`);
  }

  return unfinished > 0 ? 1 : 0;
}

/** A run that another ablate trains is in good hands. */
function isUnfinished(update: QueueUpdate): boolean {
  return (update.kind === 'ended' && update.status !== 'done') || (update.kind === 'skipped' && update.reason === 'stopped');
}

async function queueOptions(slots: readonly Device[], {threads, profile}: RunOptions, {runs, cache, env}: Places): Promise<QueueOptions> {
  const engine = await provisionEngine({cache, env, log: process.stderr});
  const threadsEach = threads ?? Math.max(1, Math.floor(os.availableParallelism() / slots.length));
  return {
    slots,
    threads: threadsEach,
    runsFolder: runs,
    cache,
    engine,
    profile: profile === true,
    environment: device => engineEnvironment(engine, device, threadsEach, env),
    hungAfterMs,
    workerEntry: fileURLToPath(new URL('../worker/entry.js', import.meta.url)),
  };
}
