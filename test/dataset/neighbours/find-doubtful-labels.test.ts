import test from 'ava';
import {findDoubtfulLabels} from '../../../src/dataset/neighbours/find-doubtful-labels.js';

/** Neighbours, each less alike than the one before it. */
function alike(indexes: readonly number[], most = 0.9): Array<{index: number; likeness: number}> {
  return indexes.map((index, place) => ({index, likeness: most - (place / 100)}));
}

test('the label that more neighbours carry is the more suspicious one, and of equals the one whose like is nearer', t => {
  const labels = ['glass', 'glass', 'glass', 'glass', 'glass', 'metal', 'metal', 'metal', 'metal', 'metal'];
  const neighbours = [
    alike([1, 2, 3, 4]),
    alike([0, 2, 3, 4]),
    alike([5, 6, 7, 3]),
    alike([9, 5, 6, 7], 0.7),
    alike([5, 6, 7, 8]),
    alike([6, 7, 8, 9]),
    alike([5, 7, 8, 9]),
    alike([5, 6, 8, 9]),
    alike([0, 5, 1, 6]),
    alike([2, 5, 6, 7]),
  ];
  t.deepEqual(findDoubtfulLabels(labels, neighbours), [
    {index: 4, likely: 'metal', agreeing: 4, own: 0, neighbours: 4, nearest: 5},
    {index: 3, likely: 'metal', agreeing: 4, own: 0, neighbours: 4, nearest: 9},
  ], 'of 2 only three of four neighbours are metal, less than metal commonly has');
});
