import {FolderLook} from './folder-look.js';
import type {Lease} from './lease.js';

/**
The runs that a live host, or the worker that a dead one left behind, is at work on, by their ids. Hosts of other machines cannot
be asked, and count as alive. Throws a UserError where that cannot be read.
*/
export function heldRuns(runsFolder: string): ReadonlyMap<string, Lease> {
  const look = new FolderLook(runsFolder);
  try {
    return look.now().held;
  } finally {
    look.close();
  }
}
