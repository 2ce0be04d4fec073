import {randomUUID} from 'node:crypto';
import {setTimeout as wait} from 'node:timers/promises';
import {errors} from '../errors.js';
import {describeHolder} from './describe-holder.js';
import {explainQueueError} from './explain-queue-error.js';
import {folderLeases, isOfFolder, type Lease, readLeases} from './lease.js';
import {isWorkerAlive, LeaseBook} from './lease-book.js';
import {QueueDatabase} from './queue-database.js';
import {thisMachine} from './this-machine.js';

const pollMs = 250;
const beatMs = 2000;
// For two beats, and a bit: by then a host that lives has written itself into a queue.db that was made anew under it. Looks are counted,
// for a process that slept has looked no longer.
const showingLooks = ((2 * beatMs) / pollMs) + 2;

export type HoldOptions = {
  /** Told once, in words, for whom it waits. */
  readonly onWait?: (holder: string) => void;
  /**
  How long a host of another machine may show no life before it is taken for dead.
  @default 30_000
  */
  readonly expiryMs?: number;
};

/**
That a process works in a runs folder: beside others, or alone, as who puts another database in place must. It is a lease like that
of a run, and a dead process loses it in the same way.
*/
export class FolderHold {
  /** Beside others. Waits for whoever has the folder alone. */
  static async share(runsFolder: string, {onWait, expiryMs}: HoldOptions = {}): Promise<FolderHold> {
    const hold = FolderHold.#open(runsFolder, folderLeases.host(randomUUID()), expiryMs);
    let holder = hold.#enter();
    if (holder) {
      onWait?.(describeHolder(holder));
    }

    while (holder) {
      await wait(pollMs);
      holder = hold.#enter();
    }

    return hold;
  }

  /**
  Alone. Throws a UserError where anybody is at work in the folder; of hosts of another machine, and of all where queue.db was lost, that
  shows only once they were looked at for a while.
  */
  static async takeAlone(runsFolder: string, {onWait, expiryMs}: HoldOptions = {}): Promise<FolderHold> {
    const hold = FolderHold.#open(runsFolder, folderLeases.alone, expiryMs);
    const first = hold.#enterAlone();
    let others = first;
    let looks = 1;
    if (others.length > 0 && others.every(({machine}) => machine !== thisMachine())) {
      onWait?.(describeHolder(others[0]!));
    }

    while (others.length > 0 || (hold.#book.database.wasMade && looks < showingLooks)) {
      const alive = others.find(lease => lease.machine === thisMachine() || hasBeaten(lease, first));
      if (alive) {
        hold.release();
        throw errors.runsInUse(runsFolder, describeHolder(alive));
      }

      await wait(pollMs);
      others = hold.#enterAlone();
      looks++;
    }

    return hold;
  }

  static #open(runsFolder: string, name: string, expiryMs: number | undefined): FolderHold {
    return new FolderHold(runsFolder, new LeaseBook(QueueDatabase.open(runsFolder), expiryMs), name);
  }

  readonly #runsFolder: string;
  readonly #book: LeaseBook;
  readonly #name: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(runsFolder: string, book: LeaseBook, name: string) {
    this.#runsFolder = runsFolder;
    this.#book = book;
    this.#name = name;
    this.#beat = setInterval(() => {
      this.#showLife();
    }, beatMs).unref();
  }

  /** Throws a UserError where somebody took the hold for that of a dead process: one that slept must not go on. */
  ensureMine(): void {
    if (!this.#book.isMine(this.#name)) {
      const [holder] = this.#explained(() => this.#book.look());
      throw errors.runsInUse(this.#runsFolder, holder ? describeHolder(holder) : 'another ablate');
    }
  }

  release(): void {
    clearInterval(this.#beat);
    this.#book.release(this.#name);
    this.#book.database.close();
  }

  /** Gives whoever has the folder alone, and does not enter then, nor write: it may ask a long time. */
  #enter(): Lease | undefined {
    return this.#explained(() => this.#book.database.transact(() => {
      const alone = this.#book.look().find(({runId}) => runId === folderLeases.alone);
      if (!alone) {
        this.#book.take(this.#name);
        this.#forgetDead();
      }

      return alone;
    }));
  }

  /** Gives who else is at work in the folder, or on a run of it. It writes before it looks, so that nobody enters meanwhile. */
  #enterAlone(): Lease[] {
    return this.#explained(() => {
      this.#book.take(this.#name);
      const others = this.#book.look();
      const orphans = this.#book.database.read(db => readLeases(db)).filter(lease => isWorkerAlive(lease));
      if (others.length === 0) {
        this.#forgetDead();
      }

      return [...others, ...orphans];
    });
  }

  /** Takes away what dead hosts left. That a run was another machine's is still to be known by who takes it over. */
  #forgetDead(): void {
    this.#book.database.transact(db => {
      for (const {token} of readLeases(db).filter(lease => this.#isLeft(lease))) {
        db.prepare('DELETE FROM leases WHERE token = ?').run(token);
      }
    });
  }

  #isLeft(lease: Lease): boolean {
    return !this.#book.isHostAlive(lease) && (isOfFolder(lease) || (lease.machine === thisMachine() && !isWorkerAlive(lease)));
  }

  #explained<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainQueueError(error, this.#runsFolder);
    }
  }

  #showLife(): void {
    try {
      this.#book.beat();
    } catch {
      // A database that cannot be written now may be the next time.
    }
  }
}

function hasBeaten(lease: Lease, before: readonly Lease[]): boolean {
  const known = before.find(({token}) => token === lease.token);
  return known?.beat !== lease.beat;
}
