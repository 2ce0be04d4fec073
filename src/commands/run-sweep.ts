import os from 'node:os';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Device} from '../domain/device.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {engineEnvironment} from '../engine/engine-environment.js';
import {provisionEngine} from '../engine/provision-engine.js';
import {runQueue} from '../queue/run-queue.js';
import type {QueueOptions} from '../queue/queue-options.js';
import {planSummary} from '../report/plan-table.js';
import {sweepView, type SweepOutput} from '../report/sweep-view.js';
import {openStore, type Store} from '../store/open-store.js';
import {chooseSlots} from './choose-slots.js';
import {listenForStop} from './listen-for-stop.js';
import type {Places} from './places.js';
import {planSweep} from './plan-sweep.js';
import {recoverRuns} from './recover-runs.js';

/** What `ablate run` was asked for. */
export type RunOptions = {
  readonly set: readonly string[];
  readonly runs?: string;
  readonly slots?: number;
  readonly threads?: number;
  readonly json?: true;
};

/** Plans, trains and stores; gives the exit code: 1 where a run did not finish. Throws a UserError before anything is trained. */
export async function runSweep(paths: readonly string[], options: RunOptions, places: Places): Promise<number> {
  const output: SweepOutput = {stream: process.stdout, json: options.json === true};
  const store = openStore(places.runs);
  await recoverRuns(store, places.runs);
  const runs = await planSweep(paths, options.set, places, store);
  const slots = chooseSlots(options.slots, places);
  if (!output.json) {
    output.stream.write(`${planSummary(runs, slots.length)}\n`);
  }

  store.recordPlan(runs);
  const toDo = runs.filter(run => run.state !== 'done');
  return toDo.length === 0 ? 0 : train(toDo, await queueOptions(slots, options, places), store, output);
}

async function train(runs: readonly PlannedRun[], options: QueueOptions, store: Store, output: SweepOutput): Promise<number> {
  const view = sweepView(runs, options.slots.length, output);
  const stopping = listenForStop(text => {
    view.note(text);
  });
  let unfinished = 0;
  try {
    for await (const update of runQueue(runs, {...options, stop: stopping.stop})) {
      if (update.kind === 'event') {
        store.ingest(update.run.id, update.event);
      }

      unfinished += (update.kind === 'ended' && update.status !== 'done') || (update.kind === 'skipped' && update.reason !== 'shared') ? 1 : 0;
      view.update(update);
    }
  } finally {
    stopping.dispose();
    view.close();
  }

  if (unfinished > 0) {
    process.stderr.write(`${unfinished} of ${runs.length} runs did not finish. \`ablate status\` says why; the same command takes them up again.\n`);
  }

  return unfinished > 0 ? 1 : 0;
}

async function queueOptions(slots: readonly Device[], {threads}: RunOptions, {runs, cache, env}: Places): Promise<QueueOptions> {
  const engine = await provisionEngine({cache, env, log: process.stderr});
  const threadsEach = threads ?? Math.max(1, Math.floor(os.availableParallelism() / slots.length));
  return {
    slots,
    threads: threadsEach,
    runsFolder: runs,
    cache,
    engine,
    environment: device => engineEnvironment(engine, device, threadsEach, env),
    workerEntry: fileURLToPath(new URL('../worker/entry.js', import.meta.url)),
  };
}
