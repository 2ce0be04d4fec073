import {Groups} from '../look-alikes/groups.js';
import type {Neighbour} from './nearest-neighbours.js';

// Of how far the tenth neighbour commonly is. TrashNet's pairs within this show one thing twice, or two of the same make.
const nearness = 0.2;

/**
Groups of pictures whose features are as near as only pictures of one and the same thing are, as ascending indexes. How near that is
depends on the network and on the data: it is told by how far the last of each picture's neighbours commonly is.
*/
export function findSameThings(neighbours: ReadonlyArray<readonly Neighbour[]>): number[][] {
  const groups = new Groups(neighbours.length);
  const usual = median(neighbours.map(nearest => 1 - (nearest.at(-1)?.likeness ?? 1)));
  for (const [index, nearest] of neighbours.entries()) {
    for (const other of nearest) {
      if (1 - other.likeness <= nearness * usual) {
        groups.join(index, other.index);
      }
    }
  }

  return groups.list();
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
