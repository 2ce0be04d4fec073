import {setTimeout as wait} from 'node:timers/promises';
import type {Random} from '../../src/engine/random.js';
import {drawBlow} from './blow.js';
import {Host} from './host.js';
import {killAllIn, processesIn} from './processes.js';
import {strike, type Struck} from './strike.js';
import type {Tally} from './tally.js';
import type {SweepPlace} from './world.js';

// Longer than the longest pause before a restart.
const silenceMs = 150_000;
// A worker without a host ends after its step.
const orphansMs = 60_000;

export type Disturbance = {
  readonly random: Random;
  /** The most. */
  readonly kills: number;
  readonly tally: Tally;
};

/**
Runs a sweep in a place until all is done, by one host or two at a time, and kills, halts and starves it meanwhile. Gives in words
what should not have happened.
*/
export async function disturb(place: SweepPlace, {random, kills, tally}: Disturbance): Promise<string[]> {
  let left = kills;
  for (let isFirst = true; ; isFirst = false) {
    const hosts = await startHosts(place, random);
    const blows = await strikeAll(hosts, {place, random, kills: left, tally});
    left -= blows.reduce((sum, blow) => sum + blow.kills, 0);
    const isStarved = blows.some(({kind}) => kind === 'full disk');
    const ends = await Promise.all(hosts.map(async host => seeOut(host, isStarved)));
    tally.live(hosts, isFirst);
    const complaints = ends.flat();
    if (complaints.length > 0 || blows.length === 0) {
      return [...complaints, ...await findLeft(place)];
    }
  }
}

async function startHosts(place: SweepPlace, random: Random): Promise<Host[]> {
  const host = new Host(place);
  if (random.uniform() < 0.75) {
    return [host];
  }

  // Often in the same instant: then both make the databases.
  await wait(random.uniform() < 0.5 ? 0 : random.uniform(0, 2000));
  return [host, new Host(place)];
}

/** Strikes as long as somebody lives, and there are kills left; gives the blows that met somebody. */
async function strikeAll(hosts: readonly Host[], {place, random, kills, tally}: Disturbance & {readonly place: SweepPlace}): Promise<Struck[]> {
  const blows: Struck[] = [];
  for (let left = kills; left > 0;) {
    const alive = hosts.filter(({isAlive}) => isAlive);
    if (alive.length === 0) {
      break;
    }

    const struck = await strike(drawBlow(random, place.control !== undefined), alive[random.integer(alive.length)]!, place.control);
    if (struck) {
      left -= struck.kills;
      tally.count(struck);
      blows.push(struck);
    }
  }

  return blows;
}

/** Waits for a host's end; a silent one is ended. */
async function seeOut(host: Host, isStarved: boolean): Promise<string[]> {
  while (host.isAlive) {
    await Promise.race([host.exited, wait(1000)]);
    if (host.isAlive && performance.now() - host.heardAt > silenceMs) {
      host.kill('SIGKILL');
      return [`the host said nothing for ${silenceMs / 1000} s; its last words: ${host.stderr.slice(-2000)}`];
    }
  }

  await host.exited;
  return judgeEnd(host, isStarved);
}

/** A sweep that was not killed ends with 0 or 1, or says in words that it cannot write. */
function judgeEnd({code, signal, stderr}: Host, isStarved: boolean): string[] {
  // Before it listens for it, SIGTERM ends it as any other program.
  const isFine = signal === null ? code! <= (isStarved ? 2 : 1) : ['SIGKILL', 'SIGTERM'].includes(signal);
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
