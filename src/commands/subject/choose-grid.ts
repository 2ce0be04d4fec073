import {createHash} from 'node:crypto';
import type {DigestedPicture} from '../../domain/dataset.js';

const count = 16;

/** Sixteen validation pictures, by their places: the classes in turn, in each a choice by hash, which no result has a say in. */
export function chooseGrid(validation: readonly DigestedPicture[], splitId: string): number[] {
  const classes = new Map<number, Array<{place: number; key: string}>>();
  for (const [place, {digest, classIndex}] of validation.entries()) {
    const key = createHash('sha256').update(`${splitId} ${digest} ${place}`).digest('hex');
    classes.set(classIndex, [...classes.get(classIndex) ?? [], {place, key}]);
  }

  const queues = [...classes]
    .toSorted(([left], [right]) => left - right)
    .map(([, of]) => of.toSorted((left, right) => left.key < right.key ? -1 : 1));
  const rounds = Math.max(0, ...queues.map(queue => queue.length));
  return Array.from({length: rounds}, (_, round) => queues.flatMap(queue => queue[round]?.place ?? [])).flat().slice(0, count);
}
