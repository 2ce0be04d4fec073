import process from 'node:process';
import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate, SkipReason} from '../domain/queue-update.js';
import {errors, toProblem, UserError} from '../errors.js';
import {RunFolder} from '../protocol/run-folder.js';
import {Agenda, type Entry} from './agenda.js';
import {cancelRun} from './cancel-run.js';
import {EndForecast} from './end-forecast.js';
import {judgeFailure} from './judge-failure.js';
import type {Lease} from './lease.js';
import {LeaseBook} from './lease-book.js';
import {Nap} from './nap.js';
import {QueueDatabase} from './queue-database.js';
import type {QueueOptions} from './queue-options.js';
import {type Outcome, RunTurn, type TurnUpdate} from './run-turn.js';
import {type Place, Slots} from './slots.js';
import {type Wish, Wishes} from './wishes.js';

const defaultTickMs = 2000;
// A worker loads TensorFlow in a second or two, more slowly beside a training.
const warmMs = 6000;
// Beside what a worker takes that has loaded TensorFlow and nothing else.
const warmMemory = 1.5e9;

/** One host at work on a sweep: gives runs their turns while there are any, and heeds what other hosts do and what is asked of it. */
export class SweepHost {
  readonly #options: QueueOptions;
  readonly #tell: (update: QueueUpdate) => void;
  readonly #agenda = new Agenda();
  readonly #slots: Slots;
  readonly #book: LeaseBook;
  readonly #wishes: Wishes;
  readonly #nap = new Nap();
  readonly #successors = new Map<RunTurn, RunTurn>();
  readonly #turns = new Set<Promise<void>>();
  #tickedAt = -Infinity;
  #isPaused = false;
  #isTroubled = false;
  #awaited = '';
  #isListening: boolean;
  #defect: unknown;

  constructor(runs: readonly PlannedRun[], options: QueueOptions, tell: (update: QueueUpdate) => void) {
    this.#options = options;
    this.#tell = tell;
    this.#slots = new Slots(options.slots);
    const database = QueueDatabase.open(options.runsFolder);
    this.#book = new LeaseBook(database, options.expiryMs);
    this.#wishes = new Wishes(database);
    this.#isListening = options.incoming !== undefined;
    this.#add(runs);
  }

  /** Settles when every run is over, or all are stopped. Throws a defect in a run's turn once the others have ended. */
  async work(): Promise<void> {
    const {stop} = this.#options;
    stop?.soft.addEventListener('abort', this.#nap.wake);
    stop?.hard.addEventListener('abort', this.#killAll);
    void this.#listen();
    try {
      while (this.#isListening || !this.#agenda.isDone) {
        await this.#step();
      }
    } finally {
      // Nobody is left unless a defect ended the loop.
      this.#killAll();
      await Promise.all(this.#turns);
      stop?.soft.removeEventListener('abort', this.#nap.wake);
      stop?.hard.removeEventListener('abort', this.#killAll);
      this.#book.database.close();
    }

    if (this.#defect !== undefined) {
      throw this.#defect as Error;
    }
  }

  async #step(): Promise<void> {
    this.#tick();
    if (this.#options.stop?.soft.aborted) {
      this.#stopAll();
    } else {
      this.#assign();
    }

    if (this.#isListening || !this.#agenda.isDone) {
      await this.#nap.sleep(this.#msToNext());
    }
  }

  /** Takes in runs that come while it works. */
  async #listen(): Promise<void> {
    try {
      for await (const runs of this.#options.incoming ?? []) {
        this.#replaceBy(runs);
        this.#add(runs);
        this.#nap.wake();
      }
    } catch (error) {
      this.#defect ??= error;
    } finally {
      this.#isListening = false;
      this.#nap.wake();
    }
  }

  #add(runs: readonly PlannedRun[]): void {
    for (const run of runs) {
      const same = this.#agenda.add(run);
      if (same && same.id !== run.id) {
        this.#skip(run, 'shared', errors.runShared(same.id));
      }
    }
  }

  /** What waits of a row whose file changed is not wanted any more. */
  #replaceBy(runs: readonly PlannedRun[]): void {
    const names = new Set(runs.map(({experiment}) => experiment.name));
    const wanted = new Set(runs.map(({fingerprint}) => fingerprint));
    for (const entry of this.#agenda.waiting) {
      if (names.has(entry.run.experiment.name) && !wanted.has(entry.run.fingerprint)) {
        this.#leave(entry, 'replaced', errors.runReplaced());
      }
    }

    const added = runs.filter(run => !this.#agenda.find(run.id));
    if (added.length > 0) {
      this.#tell({kind: 'added', runs: added});
    }
  }

  /** Shows that this host lives, and looks at the others. A database that cannot be used now is tried again. */
  #tick(): void {
    const now = performance.now();
    if (now - this.#tickedAt < (this.#options.tickMs ?? defaultTickMs)) {
      return;
    }

    this.#tickedAt = now;
    try {
      for (const runId of this.#book.beat()) {
        this.#lose(runId);
      }

      this.#heedOthers(this.#book.look());
      this.#setPaused(this.#wishes.isPaused);
      for (const wish of this.#wishes.hear()) {
        this.#heed(wish);
      }

      this.#isTroubled = false;
    } catch (error) {
      this.#meetTrouble(error);
    }
  }

  #meetTrouble(error: unknown): void {
    if (!String((error as {code?: unknown}).code).startsWith('SQLITE_')) {
      throw error;
    }

    if (!this.#isTroubled) {
      this.#isTroubled = true;
      this.#tell({kind: 'trouble', problem: toProblem(errors.queueUnwritable(error))});
    }
  }

  #lose(runId: string): void {
    const entry = this.#agenda.find(runId);
    entry?.turn?.kill('lost');
  }

  #heedOthers(leases: readonly Lease[]): void {
    const held = new Map(leases.map(lease => [lease.runId, lease]));
    for (const entry of this.#agenda.waiting) {
      entry.holder = held.get(entry.run.id);
    }
  }

  #setPaused(isPaused: boolean): void {
    if (isPaused !== this.#isPaused) {
      this.#isPaused = isPaused;
      this.#tell({kind: isPaused ? 'paused' : 'resumed'});
      if (isPaused) {
        this.#stopTurns('paused');
      }
    }
  }

  #heed({runId, wish}: Wish): void {
    const entry = this.#agenda.find(runId);
    if (wish === 'cancel' && entry?.turn) {
      entry.turn.stop('cancelled');
    } else if (wish === 'cancel' && entry?.state === 'waiting') {
      this.#cancelWaiting(entry);
    } else if (wish === 'retry' && entry?.state === 'over') {
      entry.state = 'waiting';
      entry.dueAt = 0;
      this.#tell({run: entry.run, slot: 0, kind: 'requeued', reason: 'retry'});
    }
  }

  /** Whoever asked has recorded it, unless this host holds the run in the pause before a restart. */
  #cancelWaiting(entry: Entry): void {
    const {run} = entry;
    if (this.#book.holds(run.id)) {
      this.#tell({run, slot: 0, kind: 'event', event: cancelRun(new RunFolder(this.#options.runsFolder, run.id))});
      this.#book.release(run.id);
    }

    entry.state = 'over';
    this.#tell({run, slot: 0, kind: 'ended', status: 'cancelled', problem: toProblem(errors.runCancelled(run.id))});
  }

  #assign(): void {
    if (this.#isPaused) {
      return;
    }

    const ready = this.#agenda.waiting.filter(({holder, dueAt}) => !holder && dueAt <= performance.now());
    for (const entry of ready) {
      // Nobody overtakes a run that waits for room: it would wait for ever.
      const place = this.#slots.take(entry.run.experiment.config.resources?.slots ?? 1);
      if (!place) {
        break;
      }

      this.#begin(entry, this.#give(entry, place));
    }

    this.#tellOfWaiting();
  }

  #begin(entry: Entry, turn: RunTurn): void {
    turn.begin();
    entry.turn = turn;
  }

  #give(entry: Entry, place: Place): RunTurn {
    const {run} = entry;
    const forecast = new EndForecast();
    const turn: RunTurn = new RunTurn(run, {
      place,
      options: this.#options,
      book: this.#book,
      tell: (update: TurnUpdate) => {
        this.#tell({run, slot: place.slots[0]!, ...update});
        if (update.kind === 'progress') {
          forecast.update(update.progress);
          if (forecast.isWithin(warmMs)) {
            this.#warmSuccessor(turn);
          }
        }
      },
    });
    entry.state = 'working';
    entry.turn = turn;
    this.#turns.add(this.#follow(entry, turn));
    return turn;
  }

  /** Starts the worker of the run that comes next in the place of one that is about to end. */
  #warmSuccessor(turn: RunTurn): void {
    const {stop, warm = true} = this.#options;
    const next = this.#agenda.waiting.find(({holder, dueAt}) => !holder && dueAt <= performance.now());
    const isWanted = warm && next && !this.#isPaused && !stop?.soft.aborted && !this.#successors.has(turn);
    if (isWanted && (next.run.experiment.config.resources?.slots ?? 1) === turn.place.slots.length && process.availableMemory() > warmMemory) {
      this.#successors.set(turn, this.#give(next, turn.place));
    }
  }

  async #follow(entry: Entry, turn: RunTurn): Promise<void> {
    const outcome = await this.#outcomeOf(entry, turn);
    entry.turn = undefined;
    this.#settle(entry, outcome);
    this.#pass(turn);
    this.#nap.wake();
  }

  async #outcomeOf(entry: Entry, turn: RunTurn): Promise<Outcome> {
    try {
      const outcome = await turn.take();
      entry.troubles = 0;
      return outcome;
    } catch (error) {
      return this.#fail(entry, turn, error);
    }
  }

  /** What the system refused for now is tried again; what it refuses is the run's end; anything else is a defect of ours. */
  #fail(entry: Entry, {place}: RunTurn, error: unknown): Outcome {
    const {run} = entry;
    const folder = new RunFolder(this.#options.runsFolder, run.id);
    const failure = judgeFailure(error, folder.path);
    if (!failure) {
      this.#defect ??= error;
      return {kind: 'over', status: 'failed'};
    }

    const problem = toProblem(failure.error);
    if (failure.canPass) {
      entry.troubles++;
      const pauseMs = Math.min(60_000, 1000 * (2 ** (entry.troubles - 1)));
      this.#tell({run, slot: place.slots[0]!, kind: 'requeued', reason: 'trouble', problem, pauseMs});
      return {kind: 'again', reason: 'trouble', pauseMs};
    }

    this.#tell({run, slot: place.slots[0]!, kind: 'ended', status: 'failed', problem});
    return {kind: 'over', status: 'failed'};
  }

  #settle(entry: Entry, outcome: Outcome): void {
    entry.state = outcome.kind === 'over' ? 'over' : 'waiting';
    entry.holder = outcome.kind === 'held' ? outcome.holder : undefined;
    entry.dueAt = outcome.kind === 'again' ? performance.now() + outcome.pauseMs : 0;
  }

  /** Gives the place of a turn that is over to the one that waits for it, or back. */
  #pass(turn: RunTurn): void {
    const successor = this.#successors.get(turn);
    this.#successors.delete(turn);
    const heir = [...this.#successors].find(([, next]) => next === turn);
    if (successor && this.#agenda.working.some(entry => entry.turn === successor)) {
      successor.begin();
    } else if (heir && !turn.hasBegun) {
      // It never had its place, which is still another's.
      this.#successors.delete(heir[0]);
    } else {
      this.#slots.free(turn.place);
    }
  }

  #stopTurns(reason: 'stopped' | 'paused'): void {
    for (const {turn} of this.#agenda.working) {
      turn?.stop(reason);
    }
  }

  #stopAll(): void {
    this.#stopTurns('stopped');
    for (const entry of this.#agenda.waiting) {
      if (entry.holder) {
        this.#leave(entry, 'held', errors.runHeld(describeHolder(entry.holder)));
      } else {
        this.#leave(entry, 'stopped', errors.sweepStopped());
      }
    }
  }

  readonly #killAll = () => {
    for (const {turn} of this.#agenda.working) {
      turn?.kill('stopped');
    }

    this.#nap.wake();
  };

  #leave(entry: Entry, reason: SkipReason, error: UserError): void {
    entry.state = 'over';
    this.#book.release(entry.run.id);
    this.#skip(entry.run, reason, error);
  }

  #skip(run: PlannedRun, reason: SkipReason, error: UserError): void {
    this.#tell({run, slot: 0, kind: 'skipped', reason, problem: toProblem(error)});
  }

  /** Says once of which runs it waits for others, where there is nothing else to do. */
  #tellOfWaiting(): void {
    const {waiting} = this.#agenda;
    const held = waiting.filter(({holder}) => holder);
    if (held.length === 0 || held.length < waiting.length || this.#agenda.working.length > 0) {
      return;
    }

    const holders = [...new Set(held.map(({holder}) => describeHolder(holder!)))];
    if (this.#awaited !== holders.join(', ')) {
      this.#awaited = holders.join(', ');
      this.#tell({kind: 'waiting', runs: held.map(({run}) => run), holders});
    }
  }

  #msToNext(): number {
    const now = performance.now();
    const tickIn = this.#tickedAt + (this.#options.tickMs ?? defaultTickMs) - now;
    return Math.max(0, Math.min(tickIn, ...this.#agenda.waiting.filter(({dueAt}) => dueAt > now).map(({dueAt}) => dueAt - now)));
  }
}

function describeHolder({machine, host}: Lease): string {
  return `another ablate (process ${host.pid} on ${machine.split('/', 1)[0]})`;
}
