import {randomBytes} from 'node:crypto';
import {mkdir, readFile, rename, rm, rmdir, stat, utimes, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {makeFolder} from './make-folder.js';

export type LockOptions = {
  /** Called once, when somebody else holds the lock; told the holder's process id where it is known. */
  readonly onWait?: (pid: number | undefined) => void;
};

/** `id` tells this taking of the lock from every other, also of the same process. */
type Holder = {readonly pid: number; readonly host: string; readonly id: string};

const beatMs = 2000;
const staleMs = 60_000;
const pollMs = 250;

/**
Does something while holding a lock between processes. The lock is a folder with its holder's file in it, put in place by a
rename, which one process alone can do; the file's time is the holder's heartbeat. A lock is broken whose holder is dead; only of
one on another host, whose processes cannot be asked, is a minute without a beat taken for that: a computer sleeps, a process is
stopped and goes on.
*/
export async function withLock<T>(folder: string, work: () => Promise<T>, {onWait}: LockOptions = {}): Promise<T> {
  await makeFolder(path.dirname(folder));
  const id = randomBytes(8).toString('hex');
  let told = false;
  while (!await take(folder, id)) {
    if (await isStale(folder)) {
      await breakLock(folder);
    } else if (!told && await isThere(folder)) {
      told = true;
      const holder = await readHolder(folder);
      onWait?.(holder?.pid);
    }

    await sleep(pollMs);
  }

  const beat = setInterval(() => {
    const now = new Date();
    utimes(holderFile(folder), now, now).catch(() => undefined);
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await giveBack(folder, id);
  }
}

/** Whether somebody who lives holds a lock. */
export async function isHeld(folder: string): Promise<boolean> {
  return await isThere(folder) && !await isStale(folder);
}

async function take(folder: string, id: string): Promise<boolean> {
  const aside = besides(folder);
  const holder: Holder = {pid: process.pid, host: os.hostname(), id};
  try {
    await mkdir(aside);
    await writeFile(holderFile(aside), JSON.stringify(holder));
    // Fails where a lock stands: its folder is never empty.
    await rename(aside, folder);
    return true;
  } catch (error) {
    await rm(aside, {recursive: true, force: true});
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') {
      return false;
    }

    throw error;
  }
}

// Broken by another host meanwhile, it may be another's by now.
async function giveBack(folder: string, id: string): Promise<void> {
  const holder = await readHolder(folder);
  if (holder?.id === id) {
    await takeAway(folder);
  }
}

// Whole and at once, so that nobody's lock can slip into a folder that is being emptied.
async function takeAway(folder: string): Promise<void> {
  const aside = besides(folder);
  await rename(folder, aside).catch(() => undefined);
  await rm(aside, {recursive: true, force: true});
}

async function isStale(folder: string): Promise<boolean> {
  const holder = await readHolder(folder);
  const beat = await stat(holderFile(folder)).catch(() => undefined);
  if (!holder || !beat) {
    return false;
  }

  // Process ids mean nothing on another host, which shares the folder over a network.
  return holder.host === os.hostname() ? !isAlive(holder.pid) : Date.now() - beat.mtimeMs > staleMs;
}

// Two processes may find the same lock stale. Only the one that makes the inner folder goes on, and it looks again: by then
// the lock may be another's fresh one.
async function breakLock(folder: string): Promise<void> {
  const inner = path.join(folder, 'breaking');
  try {
    await mkdir(inner);
  } catch {
    await forgetOldBreaker(inner);
    return;
  }

  await (await isStale(folder) ? takeAway(folder) : rmdir(inner).catch(() => undefined));
}

// A breaker that died at it must not keep the lock for ever.
async function forgetOldBreaker(inner: string): Promise<void> {
  const made = await stat(inner).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > 10_000) {
    await rmdir(inner).catch(() => undefined);
  }
}

// Given back or broken meanwhile, it is nobody's to wait for.
async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(() => true, () => false);
}

async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(holderFile(folder), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holderFile(folder: string): string {
  return path.join(folder, 'holder.json');
}

function besides(folder: string): string {
  return `${folder}.${process.pid}-${randomBytes(4).toString('hex')}`;
}
