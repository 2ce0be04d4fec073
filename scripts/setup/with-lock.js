import {mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {say} from './say.js';

/** Does something while no other set-up of this clone does. The engine's lock in src/engine works alike; this one must work before there is a build. */
export async function withLock(folder, work) {
  mkdirSync(path.dirname(folder), {recursive: true});
  let told = false;
  while (!take(folder)) {
    const holder = readHolder(folder);
    if (holder?.host === os.hostname() && !isAlive(holder.pid)) {
      breakLock(folder);
    } else if (!told) {
      told = true;
      say(`another set-up (process ${holder?.pid} on ${holder?.host}) is at work; waiting for it. If there is none: rm -r ${folder}`);
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

// Of all that find the holder dead, the one that makes the inner folder breaks the lock, if it still is that holder's.
function breakLock(folder) {
  const inner = path.join(folder, 'breaking');
  try {
    mkdirSync(inner);
  } catch {
    return;
  }

  const holder = readHolder(folder);
  if (holder && isAlive(holder.pid)) {
    rmdirSync(inner);
  } else {
    takeAway(folder);
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

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
