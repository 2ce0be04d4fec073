import {errors} from '../errors.js';
import {isWorkerAlive, LeaseBook} from './lease-book.js';
import {type Lease, readLeases} from './lease.js';
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
    return new Map(leases.filter(lease => book.isHostAlive(lease) || isWorkerAlive(lease)).map(lease => [lease.runId, lease]));
  } catch (error) {
    if (String((error as {code?: unknown}).code).startsWith('SQLITE_')) {
      throw errors.cannotWriteRuns(runsFolder, error);
    }

    throw error;
  }
}
