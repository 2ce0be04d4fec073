import test from 'ava';
import {knownDatasets} from '../../../src/dataset/known-datasets.js';
import {chooseValidation, countParts} from '../../../src/dataset/split/choose-validation.js';
import type {ClassSize, SplitRule} from '../../../src/dataset/split/split-method.js';

const rule: SplitRule = {method: 'keras', validation: 0.1, folds: 5, fold: 0, seed: 0};
const trashnet = sizes(knownDatasets.trashnet.counts);
const uneven = sizes({a: 7, b: 1, c: 23, d: 5, e: 12});

function sizes(counts: Readonly<Record<string, number>>): ClassSize[] {
  return Object.entries(counts).map(([name, photos]) => ({name, photos}));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function validating(classes: readonly ClassSize[], of: Partial<SplitRule>): number[] {
  return countParts(classes, {...rule, ...of}).map(({validation}) => validation);
}

function places(classes: readonly ClassSize[], of: Partial<SplitRule>): number[][] {
  return chooseValidation(classes, {...rule, ...of}).map(chosen => [...chosen].toSorted((left, right) => left - right));
}

for (const method of ['stratified', 'kfold'] as const) {
  test(`${method}: the same seed chooses the same photos, another one others, and none is out of bounds`, t => {
    t.deepEqual(places(trashnet, {method, seed: 3}), places(trashnet, {method, seed: 3}));
    t.notDeepEqual(places(trashnet, {method, seed: 3}), places(trashnet, {method, seed: 4}));
    for (const [index, chosen] of places(trashnet, {method}).entries()) {
      t.true(chosen.every(place => Number.isInteger(place) && place >= 0 && place < trashnet[index]!.photos));
    }
  });

  test(`${method}: photos from all over a class validate, not its first ones`, t => {
    const [cardboard] = places(trashnet, {method, validation: 0.2});
    const mean = sum(cardboard!) / cardboard!.length;
    // Of 80 of 403 places the mean is 201 with a deviation of about 12.
    t.true(Math.abs(mean - 201) < 50, `the mean place is ${mean}`);
  });
}

test('stratified: another class beside it changes nothing of what is chosen of a class, but for a photo of rounding', t => {
  const [alone] = places(sizes({a: 100, b: 50}), {method: 'stratified'});
  const [, beside] = places(sizes({0: 10, a: 100, b: 50}), {method: 'stratified'});
  t.deepEqual(beside, alone);
});

test('stratified: each class gives its share to within a photo, and all together the nearest whole number', t => {
  for (const classes of [trashnet, uneven]) {
    const all = sum(classes.map(({photos}) => photos));
    for (const validation of [0.05, 0.1, 0.2, 1 / 3, 0.5, 0.75]) {
      const counts = validating(classes, {method: 'stratified', validation});
      t.true(classes.every(({photos}, index) => Math.abs(counts[index]! - (photos * validation)) < 1), `${validation}: ${counts.join(' ')}`);
      t.is(sum(counts), Math.round(all * validation), `with ${validation}`);
    }
  }

  // 40.3, 50.1, 41.0, 59.4, 48.2 and 13.7 make 252.7: two more than the whole parts, for the largest fractions.
  t.deepEqual(validating(trashnet, {method: 'stratified'}), [40, 50, 41, 60, 48, 14]);
});

test('kfold: every photo validates in exactly one fold', t => {
  for (const classes of [trashnet, uneven]) {
    for (const folds of [2, 5, 10]) {
      const parts = Array.from({length: folds}, (_, fold) => places(classes, {method: 'kfold', folds, fold, seed: 7}));
      for (const [index, {photos}] of classes.entries()) {
        const seen = parts.flatMap(part => part[index]!).toSorted((left, right) => left - right);
        t.deepEqual(seen, Array.from({length: photos}, (_, place) => place));
      }
    }
  }
});

test('kfold: folds differ by one photo at most, of each class and of all together', t => {
  for (const classes of [trashnet, uneven]) {
    for (const folds of [2, 3, 5, 10]) {
      const counts = Array.from({length: folds}, (_, fold) => validating(classes, {method: 'kfold', folds, fold}));
      const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
      t.true(classes.every((_, index) => spread(counts.map(count => count[index]!)) <= 1));
      t.true(spread(counts.map(count => sum(count))) <= 1);
    }
  }
});

test('kfold: counts are those of scikit-learn\'s StratifiedKFold', t => {
  // As its `allocation`: of all labels in order, every k-th from the fold's number on.
  for (const fold of [0, 1, 2, 3, 4]) {
    const labels = trashnet.flatMap(({photos}, index) => Array.from({length: photos}, () => index));
    const dealt = labels.filter((_, place) => place % 5 === fold);
    t.deepEqual(validating(trashnet, {method: 'kfold', fold}), trashnet.map((_, index) => dealt.filter(label => label === index).length));
  }
});
