import fs from 'node:fs';
import type {PlannedRun} from '../domain/planned-run.js';
import type {RequeueReason, RunUpdate} from '../domain/queue-update.js';
import type {EndedEvent, EndStatus, RunEvent} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import {parseDuration} from '../files/parse-duration.js';
import {replaceFile} from '../files/replace-file.js';
import type {RunOrder, WorkerMessage} from '../protocol/messages.js';
import {readEvents} from '../protocol/read-events.js';
import {readRunFacts, writeRunFacts} from '../protocol/run-facts.js';
import {RunFolder} from '../protocol/run-folder.js';
import {acquireLease} from './acquire-lease.js';
import {cancelRun} from './cancel-run.js';
import {appendEnd, closeAttempt} from './close-attempt.js';
import {endingInstead} from './ending-instead.js';
import {explainExit, type StopReason, type WorkerExit} from './explain-exit.js';
import {Gate} from './gate.js';
import {HostedWorker} from './hosted-worker.js';
import {judgeEvents, pauseBefore, type Verdict} from './judge-events.js';
import type {Lease} from './lease.js';
import type {LeaseBook} from './lease-book.js';
import type {QueueOptions} from './queue-options.js';
import {closeAbandoned} from './recover-run.js';
import {resolvedYaml} from './resolved-yaml.js';
import type {Place} from './slots.js';
import {ToldEvents} from './told-events.js';

/** An update of one run, before the queue adds which. */
export type TurnUpdate = RunUpdate extends infer Update ? Update extends RunUpdate ? Omit<Update, 'run' | 'slot'> : never : never;

/** What became of a turn. */
export type Outcome
  = | {readonly kind: 'over'; readonly status: EndStatus}
    | {readonly kind: 'held'; readonly holder: Lease}
    /** It was taken away before it began. */
    | {readonly kind: 'dropped'}
    | {readonly kind: 'again'; readonly reason: RequeueReason; readonly pauseMs: number};

/** What a turn is taken with. */
export type TurnMeans = {
  readonly place: Place;
  readonly options: QueueOptions;
  readonly book: LeaseBook;
  readonly tell: (update: TurnUpdate) => void;
};

/**
A run's turn in its place: its lease, its worker, and one attempt, or none where its events say that it has ended. A worker can be
started ahead, and waits then until the place is free. What the system or the database refuses is thrown.
*/
export class RunTurn {
  readonly run: PlannedRun;
  readonly place: Place;
  readonly #means: TurnMeans;
  readonly #folder: RunFolder;
  readonly #gate = new Gate();
  #worker: HostedWorker | undefined;
  #stopped: StopReason | undefined;

  constructor(run: PlannedRun, means: TurnMeans) {
    this.run = run;
    this.place = means.place;
    this.#means = means;
    this.#folder = new RunFolder(means.options.runsFolder, run.id);
  }

  /** Whether its place is its own by now. */
  get hasBegun(): boolean {
    return this.#gate.isOpen;
  }

  /** The place is free. */
  begin(): void {
    this.#gate.open();
  }

  /** Ends it: softly once it has begun, at once before. */
  stop(reason: StopReason): void {
    this.#stopped ??= reason;
    if (this.#gate.isOpen) {
      this.#worker?.stop(reason);
    } else {
      this.#gate.shut();
    }
  }

  kill(reason: StopReason): void {
    this.#stopped = reason;
    this.#gate.shut();
    this.#worker?.kill(reason);
  }

  async take(): Promise<Outcome> {
    const {book, options} = this.#means;
    let keepsLease = false;
    try {
      if (!book.holds(this.run.id)) {
        const taking = await acquireLease(book, this.run.id, {orphanGraceMs: options.orphanGraceMs, isUnwanted: () => this.#stopped !== undefined});
        if (taking.kind === 'held') {
          return taking;
        }

        await this.#fence(taking.fromAfar);
      }

      const outcome = await this.#underLease();
      // Nobody else may take it in the pause before a restart.
      keepsLease = outcome.kind === 'again' && outcome.reason === 'restart';
      return outcome;
    } finally {
      this.#worker?.kill('lost');
      if (!keepsLease) {
        book.release(this.run.id);
      }
    }
  }

  // A worker of a machine that slept wakes with the events file open: it shall go on in one that nobody reads.
  async #fence(isFromAfar: boolean): Promise<void> {
    const {events} = this.#folder;
    if (isFromAfar && fs.existsSync(events)) {
      await replaceFile(events, [fs.readFileSync(events)]);
    }
  }

  async #underLease(): Promise<Outcome> {
    fs.mkdirSync(this.#folder.path, {recursive: true});
    const facts = readRunFacts(this.#folder);
    if (facts && facts.fingerprint !== this.run.fingerprint) {
      throw errors.runFolderTaken(this.#folder.path);
    }

    closeAbandoned(this.#folder);
    const {events} = readEvents(this.#folder.events);
    const verdict = judgeEvents(events, this.#maxRestarts);
    if (verdict.kind === 'result') {
      return this.#tellResult(events, verdict);
    }

    if (events.length > 0) {
      this.#means.tell({kind: 'history', events});
    }

    await writeRunFacts(this.#folder, this.run);
    const secondsLeft = (this.#timeout ?? Number.POSITIVE_INFINITY) - verdict.spent;
    return secondsLeft > 0 ? this.#train(verdict.attempt, secondsLeft) : this.#tellEnd([appendEnd(this.#folder.events, this.#timedOut(0))]);
  }

  async #train(attempt: number, secondsLeft: number): Promise<Outcome> {
    const {book, options, tell} = this.#means;
    await replaceFile(this.#folder.resolved, resolvedYaml(this.run));
    const order = this.#order(attempt);
    this.#startWorker(order);
    if (!this.#gate.isOpen) {
      this.#worker!.warm(options.engine);
    }

    if (!await this.#gate.passes() || this.#stopped !== undefined) {
      return this.#drop();
    }

    if (this.#worker!.isGone) {
      this.#startWorker(order);
    }

    const {nextSeq} = readEvents(this.#folder.events);
    tell({kind: 'started', attempt});
    const told = new ToldEvents(nextSeq - 1, tell);
    const exit = await this.#carryOut(order, secondsLeft, told);
    if (exit.stopped === 'lost' || !book.isMine(this.run.id)) {
      return this.#again('lost');
    }

    return this.#close(exit, nextSeq, told);
  }

  #startWorker(order: RunOrder): void {
    this.#worker = new HostedWorker(order, this.#means.options);
    if (this.#worker.pid !== undefined) {
      this.#means.book.nameWorker(this.run.id, this.#worker.pid);
    }
  }

  async #drop(): Promise<Outcome> {
    this.#worker!.kill('stopped');
    await this.#worker!.gone;
    return this.#stopped === 'cancelled' ? this.#tellEnd([cancelRun(this.#folder)]) : {kind: 'dropped'};
  }

  async #carryOut(order: RunOrder, secondsLeft: number, told: ToldEvents): Promise<WorkerExit> {
    const worker = this.#worker!;
    const done = worker.carryOut(order, message => {
      this.#pass(message, told);
    });
    if (this.#stopped !== undefined) {
      worker.stop(this.#stopped);
    }

    const timer = setTimeout(() => {
      worker.stop('timed-out');
    }, Math.min(secondsLeft * 1000, longestTimerMs));
    const exit = await done;
    clearTimeout(timer);
    return exit;
  }

  #pass(message: WorkerMessage, told: ToldEvents): void {
    const {tell} = this.#means;
    if (message.type === 'progress') {
      tell({kind: 'progress', progress: message.progress});
    } else if (message.type === 'profile') {
      tell({kind: 'profile', profile: message.profile});
    } else if (message.type === 'event') {
      told.tell([message.event]);
    }
  }

  /** Closes what the worker left open, and says better what it could not know. */
  #close(exit: WorkerExit, firstSeq: number, told: ToldEvents): Outcome {
    const {id} = this.run;
    const closed = closeAttempt(this.#folder.events, firstSeq, () => ({...explainExit(id, exit), seconds: exit.seconds}));
    told.tell(closed.events);
    const instead = endingInstead(closed.ended, exit.stopped, {runId: id, timeout: this.#timeout ?? 0});
    const ended = instead ? appendEnd(this.#folder.events, instead) : closed.ended;
    if (instead) {
      told.tell([ended as RunEvent & EndedEvent]);
    }

    const verdict = judgeEvents(readEvents(this.#folder.events).events, this.#maxRestarts);
    if (verdict.kind === 'train' && ended.status !== 'interrupted') {
      return this.#again('restart', ended, pauseBefore(verdict.restarts, this.#means.options.restartPauseMs));
    }

    return exit.stopped === 'paused' && ended.status === 'interrupted' ? this.#again('paused', ended) : this.#over(ended);
  }

  #tellResult(events: readonly RunEvent[], {ended, attempt}: Extract<Verdict, {kind: 'result'}>): Outcome {
    if (attempt > 0) {
      this.#means.tell({kind: 'started', attempt});
    }

    return this.#tellEnd(events, ended);
  }

  #tellEnd(events: readonly RunEvent[], ended: EndedEvent = events.at(-1) as RunEvent & EndedEvent): Outcome {
    for (const event of events) {
      this.#means.tell({kind: 'event', event});
    }

    return this.#over(ended);
  }

  #over({status, problem}: EndedEvent): Outcome {
    this.#means.tell({kind: 'ended', status, ...problem && {problem}});
    return {kind: 'over', status};
  }

  #again(reason: RequeueReason, ended?: EndedEvent, pauseMs = 0): Outcome {
    this.#means.tell({kind: 'requeued', reason, ...ended?.problem && {problem: ended.problem}, ...pauseMs > 0 && {pauseMs}});
    return {kind: 'again', reason, pauseMs};
  }

  #timedOut(seconds: number) {
    return {status: 'timed-out', seconds, problem: toProblem(errors.runTimedOut(this.#timeout!))} as const;
  }

  get #maxRestarts(): number {
    return this.run.experiment.config.resources?.max_restarts ?? defaultMaxRestarts;
  }

  /** Seconds. */
  get #timeout(): number | undefined {
    const {timeout} = this.run.experiment.config.resources ?? {};
    return timeout === undefined ? undefined : parseDuration(timeout);
  }

  #order(attempt: number): RunOrder {
    const {id: runId, experiment, seed, split, weights} = this.run;
    const {cache, engine, threads, profile} = this.#means.options;
    const {device, slots} = this.place;
    return {
      runId, experiment, seed, split, ...weights && {weights}, folder: this.#folder.path, cache, engine, device,
      threads: threads * slots.length, attempt, profile,
    };
  }
}

const defaultMaxRestarts = 2;
// A timer that is set for longer fires at once.
const longestTimerMs = (2 ** 31) - 1;
