import test from 'ava';
import {chooseGrid} from '../../../src/commands/subject/choose-grid.js';

const pictures = (classes: readonly number[]) => classes.map((classIndex, index) => ({path: `${index}.png`, classIndex, digest: `d${index}`}));

test('sixteen pictures are chosen, the classes in turn, the same for every row of a split', t => {
  const validation = pictures(Array.from({length: 90}, (_, index) => index % 3));
  const chosen = chooseGrid(validation, 'a');
  t.is(new Set(chosen).size, 16);
  t.deepEqual(chosen.map(place => validation[place]!.classIndex), Array.from({length: 16}, (_, index) => index % 3));
  t.deepEqual(chooseGrid(validation, 'a'), chosen);
  t.notDeepEqual(chooseGrid(validation, 'b'), chosen);
});

test('where a class has few pictures the others fill up', t => {
  const validation = pictures([0, 1, 1, 1]);
  t.deepEqual(chooseGrid(validation, 'a').map(place => validation[place]!.classIndex), [0, 1, 1, 1]);
  t.deepEqual(chooseGrid([], 'a'), []);
});
