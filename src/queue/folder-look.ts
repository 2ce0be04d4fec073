import {explainQueueError} from './explain-queue-error.js';
import {isWorkerAlive, LeaseBook} from './lease-book.js';
import {isOfFolder, type Lease, readLeases} from './lease.js';
import {QueueDatabase} from './queue-database.js';
import {Wishes} from './wishes.js';

/** Who is at work in a runs folder. */
export type FolderNow = {
  /** The runs that a live host, or the worker that a dead one left behind, is at work on, by their ids. */
  readonly held: ReadonlyMap<string, Lease>;
  /** Whether any host lives, also one between two runs. */
  readonly isAtWork: boolean;
  readonly isPaused: boolean;
};

const nobody: FolderNow = {held: new Map(), isAtWork: false, isPaused: false};

/**
Looks at a folder as often as one likes. Hosts of other machines cannot be asked, and count as alive until they were seen to stand still.
*/
export class FolderLook {
  readonly #runsFolder: string;
  #means: {readonly database: QueueDatabase; readonly book: LeaseBook; readonly wishes: Wishes} | undefined;

  constructor(runsFolder: string) {
    this.#runsFolder = runsFolder;
  }

  /** Throws a UserError where it cannot be read. */
  now(): FolderNow {
    try {
      const database = QueueDatabase.ofFolder(this.#runsFolder);
      if (!database) {
        this.close();
        return nobody;
      }

      this.#means ??= {database, book: new LeaseBook(database), wishes: new Wishes(database)};
      const alive = new Set(this.#means.book.look().map(({token}) => token));
      const leases = this.#means.database.read(db => readLeases(db)).filter(lease => alive.has(lease.token) || isWorkerAlive(lease));
      const ofRuns = leases.filter(lease => !isOfFolder(lease));
      return {held: new Map(ofRuns.map(lease => [lease.runId, lease])), isAtWork: leases.length > 0, isPaused: this.#means.wishes.isPaused};
    } catch (error) {
      throw explainQueueError(error, this.#runsFolder);
    }
  }

  close(): void {
    this.#means?.database.close();
    this.#means = undefined;
  }
}
