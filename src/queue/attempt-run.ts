import fs from 'node:fs';
import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate} from '../domain/queue-update.js';
import type {EndedEvent, RunEvent} from '../domain/run-event.js';
import {errors, toProblem, UserError} from '../errors.js';
import type {RunOrder, WorkerMessage} from '../protocol/messages.js';
import {readEvents} from '../protocol/read-events.js';
import {replaceFile} from '../files/replace-file.js';
import {readRunFacts, writeRunFacts} from '../protocol/run-facts.js';
import {RunFolder} from '../protocol/run-folder.js';
import {closeAttempt} from './close-attempt.js';
import {explainExit} from './explain-exit.js';
import type {QueueOptions} from './queue-options.js';
import {resolvedYaml} from './resolved-yaml.js';
import {type LockHolder, RunLock} from './run-lock.js';
import {hostWorker} from './worker-host.js';

/** An update of one run, before the queue adds which. */
export type RunUpdate = QueueUpdate extends infer Update ? Update extends QueueUpdate ? Omit<Update, 'run' | 'slot'> : never : never;
type Tell = (update: RunUpdate) => void;

/** Trains one run in its folder, unless another host is at it. Whatever goes wrong with the run is told, not thrown. */
export async function attemptRun(run: PlannedRun, slot: number, options: QueueOptions, tell: Tell): Promise<void> {
  const folder = new RunFolder(options.runsFolder, run.id);
  try {
    fs.mkdirSync(folder.path, {recursive: true});
    const lock = await RunLock.acquire(folder.lock, options.orphanGraceMs);
    if (!(lock instanceof RunLock)) {
      tell({kind: 'skipped', reason: 'held', problem: toProblem(errors.runHeld(describeHolder(lock), folder.lock))});
      return;
    }

    try {
      await trainLocked(run, folder, {slot, options, lock, tell});
    } finally {
      lock.release();
    }
  } catch (error) {
    tell({kind: 'ended', status: 'failed', problem: toProblem(explainFailure(folder, error))});
  }
}

type Work = {readonly slot: number; readonly options: QueueOptions; readonly lock: RunLock; readonly tell: Tell};

async function trainLocked(run: PlannedRun, folder: RunFolder, work: Work): Promise<void> {
  const {tell, options} = work;
  const facts = readRunFacts(folder);
  if (facts && facts.fingerprint !== run.fingerprint) {
    throw errors.runFolderTaken(folder.path);
  }

  const {events, nextSeq} = readEvents(folder.events);
  const attempt = 1 + Math.max(0, ...events.map(event => event.type === 'started' ? event.attempt : 0));
  const last = events.at(-1);
  if (last?.type === 'ended' && last.status === 'done') {
    // Trained by a host that died, or whose database is gone, before it could tell.
    tell({kind: 'started', attempt: attempt - 1});
    tellEnd(events, last, tell);
    return;
  }

  await writeRunFacts(folder, run);
  await replaceFile(folder.resolved, resolvedYaml(run));
  tell({kind: 'started', attempt});
  const order: RunOrder = {
    runId: run.id, experiment: run.experiment, seed: run.seed, split: run.split, weights: run.weights, folder: folder.path,
    cache: options.cache, engine: options.engine, device: options.slots[work.slot]!, threads: options.threads, attempt,
    profile: options.profile,
    checkpointMinutes: options.checkpointMinutes ?? 5,
  };
  let toldSeq = nextSeq - 1;
  const exit = await hostWorker(order, options, {
    onStart(pid) {
      work.lock.nameWorker(pid);
    },
    onMessage(message) {
      if (message.type !== 'event') {
        tell(describeMessage(message));
      } else if (message.event.seq > toldSeq) {
        toldSeq = message.event.seq;
        tell({kind: 'event', event: message.event});
      }
    },
  });
  const closed = closeAttempt(folder.events, nextSeq, () => ({...explainExit(run.id, exit), seconds: exit.seconds}));
  tellEnd(closed.events.filter(event => event.seq > toldSeq), closed.ended, tell);
}

function describeMessage(message: Exclude<WorkerMessage, {type: 'event'}>): RunUpdate {
  switch (message.type) {
    case 'progress': {
      return {kind: 'progress', progress: message.progress};
    }

    case 'profile': {
      return {kind: 'profile', profile: message.profile};
    }

    case 'waiting': {
      return {kind: 'waiting', bytes: message.bytes};
    }
  }
}

function tellEnd(events: readonly RunEvent[], {status, problem}: EndedEvent, tell: Tell): void {
  for (const event of events) {
    tell({kind: 'event', event});
  }

  tell({kind: 'ended', status, ...(problem && {problem})});
}

function describeHolder({machine, host}: LockHolder): string {
  return `another ablate (process ${host.pid} on ${machine})`;
}

/** What the system refused becomes the run's problem; anything else is a defect of ours. */
function explainFailure(folder: RunFolder, error: unknown): UserError {
  if (error instanceof UserError) {
    return error;
  }

  if (typeof (error as NodeJS.ErrnoException).syscall === 'string') {
    return errors.cannotWriteRun(folder.path, error);
  }

  throw error;
}
