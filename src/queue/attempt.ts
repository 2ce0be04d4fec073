import type {PlannedRun} from '../domain/planned-run.js';
import type {EndedEvent} from '../domain/run-event.js';
import {longestTimerMs} from '../files/longest-timer.js';
import type {RunOrder, WorkerMessage} from '../protocol/messages.js';
import {readEvents} from '../protocol/read-events.js';
import {RunFolder} from '../protocol/run-folder.js';
import {appendEnd, closeAttempt} from './close-attempt.js';
import {endingInstead} from './ending-instead.js';
import {explainExit, type StopReason, type WorkerExit} from './explain-exit.js';
import {HostedWorker} from './hosted-worker.js';
import {ToldEvents} from './told-events.js';
import type {TurnMeans} from './turn-means.js';

/** How an attempt ended, and why it was told to, if it was. */
export type AttemptEnd = {readonly ended: EndedEvent; readonly stopped: StopReason | undefined};

export type AttemptLimits = {
  readonly attempt: number;
  readonly memoryEnds: number;
  /** Seconds of `resources.timeout`, and what is left of them. */
  readonly timeout: number;
  readonly secondsLeft: number;
};

/** One attempt at a run under its lease: a worker, which may be started ahead, and what stands in the events file in the end. */
export class Attempt {
  readonly #run: PlannedRun;
  readonly #means: TurnMeans;
  readonly #limits: AttemptLimits;
  readonly #folder: RunFolder;
  readonly #order: RunOrder;
  #worker: HostedWorker;

  /** Starts its worker. */
  constructor(run: PlannedRun, means: TurnMeans, limits: AttemptLimits) {
    this.#run = run;
    this.#means = means;
    this.#limits = limits;
    this.#folder = new RunFolder(means.options.runsFolder, run.id);
    this.#order = orderFor(run, means, limits);
    this.#worker = this.#startWorker();
  }

  /** Lets the worker load what every run needs. */
  warm(): void {
    this.#worker.warm(this.#means.options.engine);
  }

  stop(reason: StopReason): void {
    this.#worker.stop(reason);
  }

  kill(reason: StopReason): void {
    this.#worker.kill(reason);
  }

  /** Ends a worker that got no order. */
  async drop(): Promise<void> {
    this.#worker.kill('stopped');
    await this.#worker.gone;
  }

  /** Trains, and closes what the worker left open; undefined where the run is another host's by then, which must not be written to. */
  async carryOut(): Promise<AttemptEnd | undefined> {
    const {tell, book} = this.#means;
    if (this.#worker.isGone) {
      // What ended it while it waited will show again.
      this.#worker = this.#startWorker();
    }

    const {nextSeq} = readEvents(this.#folder.events);
    const told = new ToldEvents(nextSeq - 1, tell);
    tell({kind: 'started', attempt: this.#limits.attempt});
    const exit = await this.#trainInTime(told);
    return exit.stopped === 'lost' || !book.isMine(this.#run.id) ? undefined : this.#close(exit, nextSeq, told);
  }

  #startWorker(): HostedWorker {
    const worker = new HostedWorker(this.#order, this.#means.options);
    if (worker.pid !== undefined) {
      this.#means.book.nameWorker(this.#run.id, worker.pid);
    }

    return worker;
  }

  async #trainInTime(told: ToldEvents): Promise<WorkerExit> {
    const worker = this.#worker;
    const timer = setTimeout(() => {
      worker.stop('timed-out');
    }, Math.min(this.#limits.secondsLeft * 1000, longestTimerMs));
    const exit = await worker.carryOut(this.#order, message => {
      this.#pass(message, told);
    });
    clearTimeout(timer);
    return exit;
  }

  #pass(message: WorkerMessage, told: ToldEvents): void {
    const {tell} = this.#means;
    switch (message.type) {
      case 'progress': {
        tell({kind: 'progress', progress: message.progress});
        break;
      }

      case 'profile': {
        tell({kind: 'profile', profile: message.profile});
        break;
      }

      case 'event': {
        told.tell([message.event]);
        break;
      }

      case 'waiting': {
        tell({kind: 'no-room', bytes: message.bytes});
        break;
      }

      case 'alive': {
        break;
      }
    }
  }

  /** Closes what the worker left open, and says better what it could not know. */
  #close(exit: WorkerExit, firstSeq: number, told: ToldEvents): AttemptEnd {
    const {id} = this.#run;
    const closed = closeAttempt(this.#folder.events, firstSeq, () => ({...explainExit(id, exit), seconds: exit.seconds}));
    told.tell(closed.events);
    // As a machine is shut down, its worker may hear of it before its host does.
    const stopped = exit.stopped ?? (this.#means.options.stop?.soft.aborted ? 'stopped' : undefined);
    const instead = endingInstead(closed.ended, stopped, {runId: id, timeout: this.#limits.timeout});
    if (!instead) {
      return {ended: closed.ended, stopped};
    }

    const ended = appendEnd(this.#folder.events, instead);
    told.tell([ended]);
    return {ended, stopped};
  }
}

function orderFor(run: PlannedRun, {options, place}: TurnMeans, {attempt, memoryEnds}: AttemptLimits): RunOrder {
  const {id: runId, experiment, seed, split, weights} = run;
  const {cache, engine, threads, profile, runsFolder, checkpointMinutes = 5} = options;
  const {device, slots} = place;
  return {
    runId, experiment, seed, split, ...weights && {weights}, folder: new RunFolder(runsFolder, runId).path, cache, engine, device,
    threads: threads * slots.length, attempt, memoryEnds, profile, checkpointMinutes,
  };
}
