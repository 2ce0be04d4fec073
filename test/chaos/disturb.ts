import {setTimeout as wait} from 'node:timers/promises';
import type {Random} from '../../src/engine/random.js';
import {drawBlow} from './blow.js';
import {Host} from './host.js';
import {killAllIn, processesIn} from './processes.js';
import {strike} from './strike.js';
import type {Tally} from './tally.js';
import type {SweepPlace} from './world.js';

// Longer than the longest pause before a restart.
const silenceMs = 150_000;
// A worker without a host ends after its step.
const orphansMs = 30_000;

/**
Runs a sweep in a place until all is done, and kills, halts and starves it meanwhile, `kills` times at most. Gives in words what
should not have happened.
*/
export async function disturb(place: SweepPlace, {random, kills, tally}: {random: Random; kills: number; tally: Tally}): Promise<string[]> {
  const complaints: string[] = [];
  let left = kills;
  for (let life = 1; ; life++) {
    const host = new Host(place);
    let isStruck = false;
    while (host.isAlive && left > 0) {
      const struck = await strike(drawBlow(random, place.control !== undefined), host, place.control);
      if (struck) {
        isStruck = true;
        left -= struck.kills;
        tally.count(struck);
      }
    }

    complaints.push(...await seeOut(host));
    tally.live(host, life);
    if (complaints.length > 0 || (!isStruck && host.signal === null)) {
      return [...complaints, ...await findLeft(place)];
    }
  }
}

/** Waits for a host's end; a silent one is ended. */
async function seeOut(host: Host): Promise<string[]> {
  while (host.isAlive) {
    await Promise.race([host.exited, wait(1000)]);
    if (host.isAlive && performance.now() - host.heardAt > silenceMs) {
      host.kill('SIGKILL');
      return [`the host said nothing for ${silenceMs / 1000} s; its last words: ${host.stderr.slice(-2000)}`];
    }
  }

  await host.exited;
  return judgeEnd(host);
}

/** A sweep that was not killed ends with 0 or 1, or refuses to begin in words. */
function judgeEnd({code, signal, stderr}: Host): string[] {
  const isFine = signal === null ? [0, 1, 2].includes(code!) : signal === 'SIGKILL';
  return isFine && !/^ {4}at /mv.test(stderr) ? [] : [`the host ended with ${signal ?? code}: ${stderr.slice(-2000)}`];
}

/** Processes that outlive the sweep. */
async function findLeft({folder}: SweepPlace): Promise<string[]> {
  const end = performance.now() + orphansMs;
  while (processesIn(folder).length > 0 && performance.now() < end) {
    await wait(100);
  }

  const {length} = processesIn(folder);
  killAllIn(folder);
  return length > 0 ? [`${length} processes were left`] : [];
}
