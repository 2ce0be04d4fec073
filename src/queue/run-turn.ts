import fs from 'node:fs';
import type {PlannedRun} from '../domain/planned-run.js';
import type {RequeueReason} from '../domain/queue-update.js';
import type {EndedEvent, EndStatus, RunEvent} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import {makeFolderSync} from '../files/make-folder.js';
import {replaceFile} from '../files/replace-file.js';
import {countingEvents} from '../protocol/counting-events.js';
import {readEvents} from '../protocol/read-events.js';
import {removeCheckpoints} from '../protocol/remove-checkpoints.js';
import {readRunFacts, writeRunFacts} from '../protocol/run-facts.js';
import {RunFolder} from '../protocol/run-folder.js';
import {acquireLease} from './acquire-lease.js';
import {Attempt, type AttemptEnd, type AttemptLimits} from './attempt.js';
import {cancelRun} from './cancel-run.js';
import {appendEnd} from './close-attempt.js';
import type {StopReason} from './explain-exit.js';
import {Gate} from './gate.js';
import {judgeEvents, limitsOf, pauseBefore, type Verdict} from './judge-events.js';
import type {Lease} from './lease.js';
import {closeAbandoned} from './recover-run.js';
import {resolvedYaml} from './resolved-yaml.js';
import type {Place} from './slots.js';
import type {TurnMeans} from './turn-means.js';

/** What became of a turn. */
export type Outcome
  = | {readonly kind: 'over'; readonly status: EndStatus}
    | {readonly kind: 'held'; readonly holder: Lease}
    /** It was taken away before it began. */
    | {readonly kind: 'dropped'}
    | {readonly kind: 'again'; readonly reason: RequeueReason; readonly pauseMs: number};

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
  #attempt: Attempt | undefined;
  #stopped: StopReason | undefined;

  constructor(run: PlannedRun, means: TurnMeans) {
    this.run = run;
    this.place = means.place;
    this.#means = means;
    this.#folder = new RunFolder(means.options.runsFolder, run.id);
  }

  /** Whether it was told to end. */
  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  /** The place is free. */
  begin(): void {
    this.#gate.open();
  }

  /** Ends it: softly once it has begun, at once before. */
  stop(reason: StopReason): void {
    this.#stopped ??= reason;
    if (this.#gate.isOpen) {
      this.#attempt?.stop(reason);
    } else {
      this.#gate.shut();
    }
  }

  kill(reason: StopReason): void {
    this.#stopped = reason;
    this.#gate.shut();
    this.#attempt?.kill(reason);
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
      if (outcome.kind === 'over' && outcome.status === 'done') {
        // Its worker may have been killed in this.
        await removeCheckpoints(this.#folder);
      }

      return outcome;
    } finally {
      this.#attempt?.kill('lost');
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
    makeFolderSync(this.#folder.path);
    const facts = readRunFacts(this.#folder);
    if (facts && facts.fingerprint !== this.run.fingerprint) {
      throw errors.runFolderTaken(this.#folder.path);
    }

    closeAbandoned(this.#folder);
    const events = countingEvents(readEvents(this.#folder.events));
    const limits = limitsOf(this.run);
    const verdict = judgeEvents(events, limits);
    if (verdict.kind === 'result') {
      return this.#tellResult(events, verdict);
    }

    if (events.length > 0) {
      this.#means.tell({kind: 'history', events});
    }

    await writeRunFacts(this.#folder, this.run);
    const {timeout} = limits;
    const secondsLeft = timeout - verdict.spent;
    return secondsLeft > 0
      ? this.#train({attempt: verdict.attempt, memoryEnds: verdict.memoryEnds, timeout, secondsLeft})
      : this.#tellEnd(appendEnd(this.#folder.events, {status: 'timed-out', seconds: 0, problem: toProblem(errors.runTimedOut(timeout))}));
  }

  async #train(limits: AttemptLimits): Promise<Outcome> {
    await replaceFile(this.#folder.resolved, resolvedYaml(this.run));
    const attempt = new Attempt(this.run, this.#means, limits);
    this.#attempt = attempt;
    if (!this.#gate.isOpen) {
      attempt.warm();
    }

    if (!await this.#gate.passes() || this.#stopped !== undefined) {
      await attempt.drop();
      return this.#stopped === 'cancelled' ? this.#tellEnd(cancelRun(this.#folder)) : {kind: 'dropped'};
    }

    const end = await attempt.carryOut();
    return end ? this.#judge(end) : this.#again('lost');
  }

  #judge({ended, stopped}: AttemptEnd): Outcome {
    const verdict = judgeEvents(readEvents(this.#folder.events).events, {maxRestarts: limitsOf(this.run).maxRestarts});
    if (verdict.kind === 'train' && ended.status !== 'interrupted') {
      return this.#again('restart', ended, pauseBefore(verdict.restarts, this.#means.options.restartPauseMs));
    }

    return stopped === 'paused' && ended.status === 'interrupted' ? this.#again('paused', ended) : this.#over(ended);
  }

  /** What somebody else trained meanwhile, or this folder's last host. */
  #tellResult(events: readonly RunEvent[], {ended}: Extract<Verdict, {kind: 'result'}>): Outcome {
    this.#means.tell({kind: 'history', events});
    return this.#over(ended);
  }

  #tellEnd(ended: RunEvent & EndedEvent): Outcome {
    this.#means.tell({kind: 'event', event: ended});
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
}
