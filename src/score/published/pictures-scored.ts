import {fitsSize} from './fits-size.js';

const mostPictures = 10_000;

// How many sets of sizes may be expected to explain the figures by chance alone.
const byChance = 0.01;

/**
The fewest pictures that published accuracies can be shares of: one number, or two, the larger first, where a generator's short last batch
came round now and then (a batch of 32, or the 27 that are left at the end). Of all that explain every figure, the one whose larger number is
least. Undefined where none up to 10,000 does, or where the figures are so few or so round that chance could: of two digits, any figure is a
share of a hundred pictures.

What may mislead: it is the least. Multiples of the numbers explain the figures as well, and a divisor of the true number does where all counts
happened to be its multiples. A mean over batches of unequal size in which each batch weighs the same is a share of the batches' number times a
common multiple of their sizes, thousands where there were hundreds of pictures.
*/
export function picturesScored(accuracies: readonly number[], rounding: number): readonly number[] | undefined {
  // All and none are shares of any number.
  const telling = [...new Set(accuracies)].filter(accuracy => accuracy > rounding && accuracy < 1 - rounding);
  if (telling.length === 0) {
    return undefined;
  }

  const sorted = mostTellingFirst(telling, rounding);
  const mostOfTwo = mostTold(telling.length, rounding, 2);
  const one = sorted && leastSize(sorted, mostTold(telling.length, rounding, 1), rounding);
  const two = sorted && leastSizes(sorted, mostOfTwo, rounding);
  if (two && (one === undefined || two[0] < one)) {
    return two;
  }

  // Beyond what two numbers can be told up to, two smaller ones may explain the figures as well.
  return one !== undefined && one <= mostOfTwo ? [one] : undefined;
}

/**
The greatest size at which figures like these are not explained by chance. Sizes up to n explain a figure by chance with a probability of at most
2·rounding·n each (twice that for pairs), and n of them, or n² pairs, try to. Beyond a half it is no longer chance: decimal figures stand on a
grid themselves.
*/
function mostTold(figures: number, rounding: number, sizes: 1 | 2): number {
  let most = mostPictures;
  while (most > 0 && !isTold(figures, 2 * rounding * most * sizes, most ** sizes)) {
    most--;
  }

  return most;
}

function isTold(figures: number, probability: number, tries: number): boolean {
  return probability <= 0.5 && tries * (probability ** figures) <= byChance;
}

/** Undefined where one of them is a share of no size. */
function mostTellingFirst(accuracies: readonly number[], rounding: number): readonly number[] | undefined {
  const found = [];
  for (const accuracy of accuracies) {
    const size = leastSize([accuracy], mostPictures, rounding);
    if (size === undefined) {
      return undefined;
    }

    found.push({accuracy, size});
  }

  return found.toSorted((a, b) => b.size - a.size).map(({accuracy}) => accuracy);
}

function leastSize(accuracies: readonly number[], most: number, rounding: number): number | undefined {
  for (let size = 1; size <= most; size++) {
    if (accuracies.every(accuracy => fitsSize(accuracy, size, rounding))) {
      return size;
    }
  }

  return undefined;
}

// One of both explains the first figure, and the other whatever this one does not.
function leastSizes(accuracies: readonly number[], most: number, rounding: number): readonly [number, number] | undefined {
  let least: readonly [number, number] | undefined;
  let bound = most;
  for (let one = 1; one <= bound; one++) {
    if (fitsSize(accuracies[0]!, one, rounding)) {
      const left = accuracies.filter(accuracy => !fitsSize(accuracy, one, rounding));
      const other = leastSize(left, bound, rounding);
      if (left.length > 0 && other !== undefined) {
        least = [Math.max(one, other), Math.min(one, other)];
        bound = least[0] - 1;
      }
    }
  }

  return least;
}
