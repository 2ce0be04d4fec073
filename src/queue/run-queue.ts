import {PassThrough} from 'node:stream';
import PQueue from 'p-queue';
import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate} from '../domain/queue-update.js';
import {errors, toProblem} from '../errors.js';
import {attemptRun, type RunUpdate} from './attempt-run.js';
import type {QueueOptions} from './queue-options.js';

/**
Trains runs, one a slot at a time and in the order given, and tells what happens; ends when every run has ended. Who
stops listening early kills the workers.
*/
export async function * runQueue(runs: readonly PlannedRun[], options: QueueOptions): AsyncGenerator<QueueUpdate, void, undefined> {
  const updates = new PassThrough({objectMode: true});
  const deserted = new AbortController();
  const stop = {
    soft: AbortSignal.any([deserted.signal, ...(options.stop ? [options.stop.soft, options.stop.hard] : [])]),
    hard: AbortSignal.any([deserted.signal, ...(options.stop ? [options.stop.hard] : [])]),
  };
  const sweep = trainAll(runs, {...options, stop}, update => {
    updates.write(update);
  });
  void endWith(sweep, updates);
  try {
    for await (const update of updates as AsyncIterable<QueueUpdate>) {
      yield update;
    }
  } finally {
    deserted.abort();
    await sweep;
  }
}

/** A defect in the sweep is thrown by whoever awaits it, once everybody was told what became of the other runs. */
async function endWith(sweep: Promise<void>, updates: PassThrough): Promise<void> {
  await Promise.allSettled([sweep]);
  updates.end();
}

async function trainAll(runs: readonly PlannedRun[], options: QueueOptions, tell: (update: QueueUpdate) => void): Promise<void> {
  const queue = new PQueue({concurrency: options.slots.length});
  const freeSlots = options.slots.map((_, slot) => slot);
  const firstWith = new Map<string, string>();
  const results = await Promise.allSettled(runs.map(async run => queue.add(async () => {
    const slot = freeSlots.shift()!;
    const tellOfRun = (update: RunUpdate) => {
      tell({run, slot, ...update});
    };

    try {
      const first = firstWith.get(run.fingerprint);
      if (first !== undefined) {
        tellOfRun({kind: 'skipped', reason: 'shared', problem: toProblem(errors.runShared(first))});
      } else if (options.stop?.soft.aborted) {
        tellOfRun({kind: 'skipped', reason: 'stopped', problem: toProblem(errors.sweepStopped())});
      } else {
        firstWith.set(run.fingerprint, run.id);
        await attemptRun(run, slot, options, tellOfRun);
      }
    } finally {
      freeSlots.unshift(slot);
      freeSlots.sort((a, b) => a - b);
    }
  })));
  const defect = results.find(result => result.status === 'rejected');
  if (defect) {
    throw defect.reason as Error;
  }
}
