import type {PlannedRun} from '../domain/planned-run.js';
import type {QueueUpdate, SkipReason} from '../domain/queue-update.js';
import {errors, toProblem, type UserError} from '../errors.js';
import {RunFolder} from '../protocol/run-folder.js';
import {Agenda, type Entry} from './agenda.js';
import {cancelRun} from './cancel-run.js';
import {describeHolder} from './describe-holder.js';
import {judgeFailure} from './judge-failure.js';
import type {Lease} from './lease.js';
import {LeaseBook} from './lease-book.js';
import {Nap} from './nap.js';
import {QueueDatabase} from './queue-database.js';
import type {QueueOptions} from './queue-options.js';
import {Turns} from './turns.js';
import {type Wish, Wishes} from './wishes.js';

const defaultTickMs = 2000;

/** One host at work on a sweep: gives runs their turns while there are any, and heeds what other hosts do and what is asked of it. */
export class SweepHost {
  readonly #options: QueueOptions;
  readonly #tell: (update: QueueUpdate) => void;
  readonly #agenda = new Agenda();
  readonly #turns: Turns;
  readonly #book: LeaseBook;
  readonly #wishes: Wishes;
  readonly #nap = new Nap();
  readonly #unheeded: Wish[] = [];
  #tickedAt = -Infinity;
  #isPaused = false;
  #isTroubled = false;
  #awaited = '';
  #isListening: boolean;
  #defect: unknown;

  constructor(runs: readonly PlannedRun[], options: QueueOptions, tell: (update: QueueUpdate) => void) {
    this.#options = options;
    this.#tell = tell;
    const database = QueueDatabase.open(options.runsFolder);
    this.#book = new LeaseBook(database, options.expiryMs);
    this.#wishes = new Wishes(database);
    this.#turns = new Turns({agenda: this.#agenda, book: this.#book, options, tell, onEnd: this.#nap.wake});
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
      await this.#turns.settle();
      stop?.soft.removeEventListener('abort', this.#nap.wake);
      stop?.hard.removeEventListener('abort', this.#killAll);
      this.#book.database.close();
    }

    const defect = this.#defect ?? this.#turns.defect;
    if (defect !== undefined) {
      throw defect as Error;
    }
  }

  async #step(): Promise<void> {
    this.#tick();
    if (this.#options.stop?.soft.aborted) {
      this.#stopAll();
    } else if (!this.#isPaused) {
      this.#turns.assign();
      this.#tellOfWaiting();
    }

    if (this.#isListening || !this.#agenda.isDone) {
      await this.#nap.sleep(this.#msToNext());
    }
  }

  /** Takes in runs that come while it works. */
  async #listen(): Promise<void> {
    try {
      for await (const {planned, toDo} of this.#options.incoming ?? []) {
        this.#replaceBy(planned);
        const added = toDo.filter(run => !this.#agenda.entryOf(run.id));
        if (added.length > 0) {
          this.#tell({kind: 'added', runs: added});
        }

        this.#add(toDo);
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
    for (const [run, same] of this.#agenda.add(runs)) {
      if (same.id !== run.id) {
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
        this.#agenda.entryOf(runId)?.turn?.kill('lost');
      }

      this.#heedOthers(this.#book.look());
      this.#setPaused(this.#wishes.isPaused);
      this.#heedWishes();

      this.#isTroubled = false;
    } catch (error) {
      this.#meetTrouble(error);
    }
  }

  #meetTrouble(error: unknown): void {
    const failure = judgeFailure(error, this.#options.runsFolder);
    if (!failure) {
      throw error;
    }

    if (!this.#isTroubled) {
      this.#isTroubled = true;
      this.#tell({kind: 'trouble', problem: toProblem(failure.error)});
    }
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
        this.#turns.stop('paused');
      }
    }
  }

  /** One that cannot be heeded now, for the disk is full, is heeded with the next look. */
  #heedWishes(): void {
    this.#unheeded.push(...this.#wishes.hear());
    while (this.#unheeded.length > 0) {
      this.#heed(this.#unheeded[0]!);
      this.#unheeded.shift();
    }
  }

  #heed({runId, wish}: Wish): void {
    const entry = this.#agenda.entryOf(runId);
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

  #stopAll(): void {
    this.#turns.stop('stopped');
    for (const entry of this.#agenda.waiting) {
      if (entry.holder) {
        this.#leave(entry, 'held', errors.runHeld(describeHolder(entry.holder)));
      } else {
        this.#leave(entry, 'stopped', errors.sweepStopped());
      }
    }
  }

  readonly #killAll = () => {
    this.#turns.kill('stopped');
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
