import {randomUUID} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {identifyProcess, isRunning, type ProcessIdentity} from './identify-process.js';

/** What a lock file says. The worker is named too, because it may outlive a killed host by a training step. */
export type LockHolder = {
  readonly token: string;
  readonly machine: string;
  readonly host: ProcessIdentity;
  readonly worker?: ProcessIdentity;
};

// Processes of another machine cannot be looked up: its host shows that it lives by touching the lock file.
const heartbeatMs = 15_000;
const foreignStaleMs = 120_000;
const pollMs = 100;

/** The right to write in one run's folder. */
export class RunLock {
  /**
  Takes the lock, also from a holder that is dead, or returns the live holder. Where only the worker of a dead host is
  left, which ends as soon as it notices, waits for its end and kills it after `orphanGraceMs`.
  */
  static async acquire(file: string, orphanGraceMs = 30_000): Promise<RunLock | LockHolder> {
    const deadline = Date.now() + orphanGraceMs;
    const mine = describeMyself();
    while (!createExclusively(file, mine)) {
      const holder = readHolder(file);
      if (holder && isHostAlive(file, holder)) {
        return holder;
      }

      if (holder && isWorkerAlive(holder)) {
        if (Date.now() > deadline) {
          process.kill(holder.worker.pid, 'SIGKILL');
        }
      } else if (replaceStale(file, holder, mine)) {
        break;
      }

      await wait(pollMs);
    }

    return new RunLock(file, mine);
  }

  readonly #file: string;
  readonly #heartbeat: NodeJS.Timeout;
  #holder: LockHolder;

  private constructor(file: string, holder: LockHolder) {
    this.#file = file;
    this.#holder = holder;
    this.#heartbeat = setInterval(() => {
      void touch(file);
    }, heartbeatMs).unref();
  }

  /** Notes the worker, so that a later host waits for its end. */
  nameWorker(pid: number): void {
    const worker = identifyProcess(pid);
    if (worker) {
      this.#holder = {...this.#holder, worker};
      const aside = `${this.#file}.${this.#holder.token}`;
      fs.writeFileSync(aside, JSON.stringify(this.#holder));
      fs.renameSync(aside, this.#file);
    }
  }

  release(): void {
    clearInterval(this.#heartbeat);
    if (readHolder(this.#file)?.token === this.#holder.token) {
      fs.rmSync(this.#file, {force: true});
    }
  }
}

/** Whether a live host, or the worker that a dead one left behind, is at work in the folder of this lock file. */
export function isLockHeld(file: string): boolean {
  const holder = readHolder(file);
  return holder !== undefined && (isHostAlive(file, holder) || isWorkerAlive(holder));
}

function describeMyself(): LockHolder {
  return {token: randomUUID(), machine: os.hostname(), host: identifyProcess(process.pid) ?? {pid: process.pid, started: ''}};
}

/** Failing does no harm: the lock may be gone in this instant. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await Promise.allSettled([fs.promises.utimes(file, now, now)]);
}

/** A link fails where the name is taken, and whoever sees the name sees the whole content. */
function createExclusively(file: string, holder: LockHolder): boolean {
  const aside = `${file}.${holder.token}`;
  fs.writeFileSync(aside, JSON.stringify(holder));
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }

    throw error;
  } finally {
    fs.rmSync(aside, {force: true});
  }
}

/** The holder, or undefined where there is no lock file or nothing to be read in it. */
function readHolder(file: string): LockHolder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

function isHostAlive(file: string, holder: LockHolder): boolean {
  return holder.machine === os.hostname() ? isRunning(holder.host) : Date.now() - modifiedAt(file) < foreignStaleMs;
}

function isWorkerAlive(holder: LockHolder): holder is LockHolder & {readonly worker: ProcessIdentity} {
  return holder.worker !== undefined && holder.machine === os.hostname() && isRunning(holder.worker);
}

/**
Puts `mine` in the place of a dead holder's lock. Of several hosts that see the same dead holder only the one that can
make the guard file goes on, and it looks again behind the guard: nobody else can have replaced the lock since.
*/
function replaceStale(file: string, stale: LockHolder | undefined, mine: LockHolder): boolean {
  const guard = `${file}.takeover`;
  if (!createExclusively(guard, mine)) {
    // Its maker died within these few lines.
    if (Date.now() - modifiedAt(guard) > foreignStaleMs) {
      fs.rmSync(guard, {force: true});
    }

    return false;
  }

  try {
    if (!fs.existsSync(file) || readHolder(file)?.token !== stale?.token) {
      return false;
    }

    fs.rmSync(file, {force: true});
    return createExclusively(file, mine);
  } finally {
    fs.rmSync(guard, {force: true});
  }
}

/** Milliseconds since 1970; the future where the file is gone, so that nobody takes it for an old one. */
function modifiedAt(file: string): number {
  return fs.statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? Number.POSITIVE_INFINITY;
}
