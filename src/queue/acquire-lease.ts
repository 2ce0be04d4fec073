import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {isRunning} from './identify-process.js';
import type {LeaseBook, Taking} from './lease-book.js';

const pollMs = 100;

/**
Takes a run's lease, or gives its live holder. Where only the worker of a dead host is left, which ends as soon as it notices,
waits for its end and kills it after `orphanGraceMs`, unless the lease is unwanted meanwhile.
*/
export async function acquireLease(
  book: LeaseBook,
  runId: string,
  {orphanGraceMs = 30_000, isUnwanted = () => false}: {readonly orphanGraceMs?: number | undefined; readonly isUnwanted?: () => boolean},
): Promise<Exclude<Taking, {kind: 'orphaned'}>> {
  const since = performance.now();
  let taking = book.take(runId);
  while (taking.kind === 'orphaned') {
    if (isUnwanted()) {
      return {kind: 'held', holder: taking.lease};
    }

    if (performance.now() - since > orphanGraceMs && isRunning(taking.worker)) {
      kill(taking.worker.pid);
    }

    await wait(pollMs);
    taking = book.take(runId);
  }

  return taking;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in this instant.
  }
}
