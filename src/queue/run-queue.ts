import {PassThrough} from 'node:stream';
import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate} from '../domain/queue-update.js';
import type {QueueOptions} from './queue-options.js';
import {SweepHost} from './sweep-host.js';

/**
Trains runs, as many at once as there are slots for, beside whatever other hosts train in the same runs folder, and tells what
happens; ends when every run is over. Who stops listening early kills the workers.
*/
export async function * runQueue(runs: readonly PlannedRun[], options: QueueOptions): AsyncGenerator<QueueUpdate, void, undefined> {
  const updates = new PassThrough({objectMode: true});
  const deserted = new AbortController();
  const stop = {
    soft: AbortSignal.any([deserted.signal, ...(options.stop ? [options.stop.soft, options.stop.hard] : [])]),
    hard: AbortSignal.any([deserted.signal, ...(options.stop ? [options.stop.hard] : [])]),
  };
  const host = new SweepHost(runs, {...options, stop}, update => {
    updates.write(update);
  });
  const sweep = host.work();
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
