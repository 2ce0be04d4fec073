import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import type {RunEvent} from '../../../src/domain/run-event.js';
import {EventLog} from '../../../src/protocol/event-log.js';
import {keptEpochs} from '../../../src/protocol/kept-epochs.js';
import type {Progress, RunOrder} from '../../../src/protocol/messages.js';
import {RunFolder} from '../../../src/protocol/run-folder.js';
import {executeRun} from '../../../src/worker/execute-run.js';
import type {Room} from '../../../src/worker/room.js';
import {pick, readEvents} from '../tiny-run.js';

/** Everything that remembers something: the network's batch normalisation and dropout are tinyConfig's. */
export const remembering: Partial<ExperimentConfig> = {
  epochs: 4,
  batch_size: 5,
  optimizer: {name: 'nadam', learning_rate: 0.003, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7},
  schedule: {
    name: 'plateau', monitor: 'val_loss', factor: 0.5, patience: 1, min_delta: 0.05, cooldown: 0, min_lr: 0, unit: 'epochs', warmup: 0, warmup_from: 0,
  },
};

export type Attempt = {
  /** Stops the run softly at the first progress that fits. */
  readonly stopAt?: (progress: Progress) => boolean;
  readonly room?: Room;
};

/** Carries an order out in this process, as a worker does; gives what it logged. */
export async function attempt(order: RunOrder, {stopAt, room = async work => work()}: Attempt = {}): Promise<string[]> {
  const stop = new AbortController();
  const lines: string[] = [];
  const log = EventLog.open(RunFolder.at(order.folder).events);
  await executeRun(order, {
    async emit(body) {
      await room(() => log.append(body));
    },
    onProgress(progress) {
      if (stopAt?.(progress)) {
        stop.abort();
      }
    },
    onProfile: () => undefined,
    log(line) {
      lines.push(line);
    },
    room,
    signal: stop.signal,
  });
  log.close();
  return lines;
}

/** What an interrupted run must have in common with one that was not: the epochs but for their times, answers, and models' weights. */
export async function outcomeOf(order: RunOrder) {
  const events = await readEvents(order);
  // An attempt that was killed behind its training has told of its models already.
  const last = events.slice(events.findLastIndex(({type}) => type === 'started'));
  return {
    epochs: [...keptEpochs(events).values()].map(({seconds: _, pictures_per_second: __, ...event}) => withoutPlace(event)),
    predictions: pick(last, 'predictions').map(event => withoutPlace(event)),
    models: pick(last, 'artifact').map(event => withoutPlace(event)),
    status: pick(events, 'ended').at(-1)?.status,
  };
}

function withoutPlace(event: object): object {
  const {seq: _, at: __, ...rest} = event as RunEvent;
  return rest;
}
