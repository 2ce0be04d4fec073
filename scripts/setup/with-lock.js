import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {say} from './say.js';

const breakerStaleMs = 10_000;

/**
Does something while no other set-up of this clone does. The engine's lock in src/engine works alike; this one must work
before there is a build.
*/
export async function withLock(folder, work) {
  mkdirSync(path.dirname(folder), {recursive: true});
  let told = false;
  while (!take(folder)) {
    const isBroken = isDead(readHolder(folder)) && breakLock(folder);
    if (!isBroken && !told && existsSync(folder)) {
      told = true;
      say(`${describeWait(readHolder(folder))} If there is none: rm -r '${folder}'`);
    }

    await sleep(200);
  }

  try {
    return await work();
  } finally {
    takeAway(folder);
  }
}

function take(folder) {
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, {recursive: true, force: true});
  mkdirSync(aside);
  writeFileSync(path.join(aside, 'holder.json'), JSON.stringify({pid: process.pid, host: os.hostname()}));
  try {
    // Fails where a lock stands, since its folder is not empty.
    renameSync(aside, folder);
    return true;
  } catch {
    rmSync(aside, {recursive: true, force: true});
    return false;
  }
}

function describeWait(holder) {
  if (!holder) {
    return 'another set-up is at work; waiting for it.';
  }

  return isDead(holder)
    ? `waiting for another set-up to remove the lock of process ${holder.pid}, which died.`
    : `another set-up (process ${holder.pid} on ${holder.host}) is at work; waiting for it.`;
}

// Of all that find the holder dead, the one that makes the inner folder breaks the lock, if it still is that holder's.
function breakLock(folder) {
  const inner = path.join(folder, 'breaking');
  try {
    mkdirSync(inner);
  } catch {
    forgetOldBreaker(inner);
    return false;
  }

  if (isDead(readHolder(folder))) {
    takeAway(folder);
    return true;
  }

  rmdirSync(inner);
  return false;
}

// A breaker that died at it must not keep the lock for ever.
function forgetOldBreaker(inner) {
  const made = statSync(inner, {throwIfNoEntry: false});
  if (made && Date.now() - made.mtimeMs > breakerStaleMs) {
    rmSync(inner, {recursive: true, force: true});
  }
}

function takeAway(folder) {
  const aside = `${folder}.old-${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch {
    // Somebody removed it by hand.
  }

  rmSync(aside, {recursive: true, force: true});
}

function readHolder(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'holder.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

// Process ids mean nothing on another host, which shares the folder over a network.
function isDead(holder) {
  return holder?.host === os.hostname() && !isAlive(holder.pid);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
