import {RunFolder} from '../protocol/run-folder.js';
import {acquireLease} from '../queue/acquire-lease.js';
import type {LeaseBook} from '../queue/lease-book.js';

/** Does something in a run's folder while nobody is at work on the run; undefined where somebody is. */
export async function withLease<Result>(
  book: LeaseBook,
  runsFolder: string,
  runId: string,
  work: (folder: RunFolder) => Result,
): Promise<Result | undefined> {
  const taking = await acquireLease(book, runId, {});
  if (taking.kind === 'held') {
    return undefined;
  }

  try {
    return work(new RunFolder(runsFolder, runId));
  } finally {
    book.release(runId);
  }
}
