import {Groups} from '../look-alikes/groups.js';
import type {Neighbour} from './nearest-neighbours.js';

// TrashNet's pairs within this show one thing twice, or two of the same make.
const nearness = 0.3;

/**
Groups of pictures whose features are as near as only pictures of one and the same thing are, as ascending indexes. How near that is
depends on the network and on the data: it is told by how far a picture's nearest one commonly is, as in cleanlab's Datalab, copies that
are known as `isSameSight` left aside.
*/
export function findSameThings(
  neighbours: ReadonlyArray<readonly Neighbour[]>,
  isSameSight: (one: number, other: number) => boolean,
): number[][] {
  const strangers = neighbours.flatMap((nearest, index) => nearest.find(other => !isSameSight(index, other.index)) ?? []);
  const most = nearness * median(strangers.map(({likeness}) => 1 - likeness));
  const groups = new Groups(neighbours.length);
  for (const [index, nearest] of neighbours.entries()) {
    for (const other of nearest) {
      if (1 - other.likeness <= most) {
        groups.join(index, other.index);
      }
    }
  }

  return groups.list();
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
