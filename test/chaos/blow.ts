import type {Random} from '../../src/engine/random.js';
import {type Manner, type Place, places} from './places.js';

/** `all`: the host and its workers in one instant, as when a machine is switched off. */
export type Victim = 'worker' | 'host' | 'all';

/** `halt`: stopped for a while (SIGSTOP), and then let go on or killed. */
export type Way = 'SIGKILL' | 'SIGTERM' | 'SIGTERM twice' | 'halt' | 'halt, SIGKILL';

/** From outside, at some time. */
export type InstantBlow = {
  readonly kind: 'instant';
  readonly victim: Victim;
  /** Which of the workers, from 0 to 1. */
  readonly which: number;
  readonly way: Way;
  readonly from: 'now' | 'training';
  readonly afterMs: number;
  readonly haltMs: number;
};

/** From within, at a call. */
export type PlaceBlow = {
  readonly kind: 'place';
  readonly place: Place;
  readonly nth: number;
  readonly manner: Manner;
  readonly victims: 'itself' | 'parent' | 'both';
};

export type FullDisk = {readonly kind: 'full disk'; readonly afterMs: number; readonly forMs: number};

/** What is done to a sweep. */
export type Blow = InstantBlow | PlaceBlow | FullDisk;

/** Draws the next one; without a library in the processes only such as come from outside. */
export function drawBlow(random: Random, hasLibrary: boolean): Blow {
  const kind = hasLibrary ? random.uniform() : 0;
  if (kind < 0.4) {
    return drawInstant(random);
  }

  return kind < 0.93 ? drawPlace(random) : {kind: 'full disk', afterMs: random.uniform(0, 1500), forMs: random.uniform(200, 2500)};
}

function drawInstant(random: Random): InstantBlow {
  const victim = oneOf(random, ['worker', 'worker', 'host', 'host', 'all'] as const);
  const ways = {
    worker: ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'halt', 'halt, SIGKILL'],
    host: ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGTERM twice', 'halt', 'halt, SIGKILL'],
    all: ['SIGKILL'],
  } as const;
  const from = oneOf(random, ['now', 'training', 'training'] as const);
  return {
    kind: 'instant',
    victim,
    which: random.uniform(),
    way: oneOf<Way>(random, ways[victim]),
    from,
    afterMs: random.uniform(0, from === 'now' ? 2500 : 1000),
    haltMs: random.uniform(50, 1500),
  };
}

function drawPlace(random: Random): PlaceBlow {
  const place = oneOf(random, places);
  return {
    kind: 'place',
    place,
    nth: 1 + random.integer(place.among),
    manner: oneOf(random, place.operation === 'write' ? ['before', 'midst', 'midst', 'behind'] as const : ['before', 'behind'] as const),
    victims: place.role === 'host' ? 'itself' : oneOf(random, ['itself', 'itself', 'parent', 'both', 'both'] as const),
  };
}

function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  return values[random.integer(values.length)]!;
}
