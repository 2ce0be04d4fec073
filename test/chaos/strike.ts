import {setTimeout as wait} from 'node:timers/promises';
import type {Blow, FullDisk, InstantBlow, PlaceBlow, Victim, Way} from './blow.js';
import type {Control} from './control.js';
import type {Host} from './host.js';
import {signal} from './processes.js';

/** What came of a blow: the kind that it counts as, and how many kills it was; undefined where it met nobody. */
export type Struck = {readonly kind: string; readonly kills: number};

// So long a blow waits for a training to begin, or for somebody to come to its place; once something is trained, shorter.
const patienceMs = 8000;
const patienceInTrainingMs = 1500;
const pollMs = 5;

/** Carries a blow out on a host and its workers. */
export async function strike(blow: Blow, host: Host, control: Control | undefined): Promise<Struck | undefined> {
  switch (blow.kind) {
    case 'instant': {
      return strikeInInstant(blow, host);
    }

    case 'place': {
      return strikeInPlace(blow, host, control!);
    }

    case 'full disk': {
      return fillDisk(blow, control!);
    }
  }
}

async function strikeInInstant({victim, which, way, from, afterMs, haltMs}: InstantBlow, host: Host): Promise<Struck | undefined> {
  await until(() => from === 'now' || host.trainingAt < Number.POSITIVE_INFINITY, host);
  await wait(afterMs);
  const pids = victimsOf(victim, which, host);
  if (!host.isAlive || pids.length === 0) {
    return undefined;
  }

  await sendAll(pids, way, haltMs);
  return {kind: `${victim}, ${way}`, kills: way === 'halt' ? 0 : 1};
}

function victimsOf(victim: Victim, which: number, host: Host): readonly number[] {
  const {workers} = host;
  const place = Math.floor(which * workers.length);
  return {worker: workers.slice(place, place + 1), host: [host.pid], all: [host.pid, ...workers]}[victim];
}

async function sendAll(pids: readonly number[], way: Way, haltMs: number): Promise<void> {
  const send = (name: NodeJS.Signals) => {
    for (const pid of pids) {
      signal(pid, name);
    }
  };

  if (way === 'SIGKILL' || way === 'SIGTERM') {
    send(way);
  } else if (way === 'SIGTERM twice') {
    send('SIGTERM');
    // What comes at once is taken for an echo of the first.
    await wait(400);
    send('SIGTERM');
  } else {
    send('SIGSTOP');
    await wait(haltMs);
    send(way === 'halt' ? 'SIGCONT' : 'SIGKILL');
  }
}

async function strikeInPlace({place, nth, manner, victims}: PlaceBlow, host: Host, control: Control): Promise<Struck | undefined> {
  control.arm({...place, nth, manner, victims});
  const since = performance.now();
  await until(() => control.fired !== undefined || performance.now() - Math.max(since, host.trainingAt) > patienceInTrainingMs, host);
  control.disarm();
  return control.fired && {kind: `${place.name}, ${manner}`, kills: 1};
}

async function fillDisk({afterMs, forMs}: FullDisk, control: Control): Promise<Struck | undefined> {
  await wait(afterMs);
  const before = control.refused;
  control.setFull(true);
  await wait(forMs);
  control.setFull(false);
  return control.refused > before ? {kind: 'full disk', kills: 0} : undefined;
}

/** Waits for something, as long as the host lives and there is patience. */
async function until(isSo: () => boolean, host: Host): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!isSo() && host.isAlive && performance.now() < end) {
    await wait(pollMs);
  }
}
