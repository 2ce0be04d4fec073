import {explainQueueError} from './explain-queue-error.js';
import {isWorkerAlive, LeaseBook} from './lease-book.js';
import {isOfFolder, type Lease, readLeases} from './lease.js';
import {QueueDatabase} from './queue-database.js';

/**
The runs that a live host, or the worker that a dead one left behind, is at work on, by their ids. Hosts of other machines cannot
be asked, and count as alive. Throws a UserError where that cannot be read.
*/
export function heldRuns(runsFolder: string): ReadonlyMap<string, Lease> {
  try {
    const database = QueueDatabase.ofFolder(runsFolder);
    if (!database) {
      return new Map();
    }

    const book = new LeaseBook(database);
    const leases = database.read(db => readLeases(db));
    database.close();
    const ofRuns = leases.filter(lease => !isOfFolder(lease));
    return new Map(ofRuns.filter(lease => book.isHostAlive(lease) || isWorkerAlive(lease)).map(lease => [lease.runId, lease]));
  } catch (error) {
    throw explainQueueError(error, runsFolder);
  }
}
