import test from 'ava';
import {classWeights} from '../../src/training/class-weights.js';

const classes = ['glass', 'metal', 'paper'];
const labels = [0, 0, 0, 0, 1, 2, 2, 0];

test('balanced classes weigh the less the more pictures they have, as scikit-learn has it', t => {
  // 8 / (3 · 5), 8 / (3 · 1), 8 / (3 · 2)
  t.deepEqual(classWeights('balanced', classes, labels), [8 / 15, 8 / 3, 8 / 6]);
});

test('weights go by name, and a class that is not named weighs 1', t => {
  t.deepEqual(classWeights({paper: 3, glass: 0}, classes, labels), [0, 1, 3]);
});

test('without the option there are no weights', t => {
  t.is(classWeights(undefined, classes, labels), undefined);
});
