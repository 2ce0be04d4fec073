import {shuffleClass} from './shuffle-class.js';
import type {Chosen, ClassSize, SplitRule} from './split-method.js';

/**
At random, but so that the share of all photos validates and each class's own share with it. The whole number of photos that
validate is rounded to the nearest; each class gives its share rounded down, and what is then missing comes one by one from the
classes with the largest fractions (of equal ones the first).
*/
export function stratified(classes: readonly ClassSize[], {validation, seed}: Pick<Required<SplitRule>, 'validation' | 'seed'>): Chosen {
  const counts = apportion(classes.map(({photos}) => photos), validation);
  return classes.map((one, index) => new Set(shuffleClass(one, seed).subarray(0, counts[index])));
}

function apportion(sizes: readonly number[], share: number): number[] {
  const counts = sizes.map(size => Math.floor(size * share));
  const missing = Math.round(sum(sizes) * share) - sum(counts);
  const byFraction = [...sizes.keys()].toSorted((left, right) => fraction(sizes[right]! * share) - fraction(sizes[left]! * share));
  for (const index of byFraction.slice(0, missing)) {
    counts[index]!++;
  }

  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function fraction(number: number): number {
  return number - Math.floor(number);
}
