import {RunFolder} from '../protocol/run-folder.js';
import {acquireLease} from '../queue/acquire-lease.js';
import {judgeFailure} from '../queue/judge-failure.js';
import type {LeaseBook} from '../queue/lease-book.js';

/**
Does something in a run's folder while nobody is at work on the run; undefined where somebody is. What the system or the database refuses
is thrown as a UserError.
*/
export async function withLease<Result>(
  book: LeaseBook,
  runsFolder: string,
  runId: string,
  work: (folder: RunFolder) => Result,
): Promise<Result | undefined> {
  const folder = new RunFolder(runsFolder, runId);
  try {
    const taking = await acquireLease(book, runId, {});
    return taking.kind === 'held' ? undefined : work(folder);
  } catch (error) {
    throw judgeFailure(error, folder.path)?.error ?? error;
  } finally {
    book.release(runId);
  }
}
