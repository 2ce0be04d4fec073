/** How often a check would fail of two that draw alike. */
export const falseAlarms = 1e-3;

/** The two-sample statistic of Kolmogorov and Smirnov: the largest distance between the two empirical distributions (Smirnov, 1939). */
export function kolmogorovSmirnov(left: Float64Array, right: Float64Array): number {
  const [a, b] = [left.toSorted(), right.toSorted()];
  let [here, there, gap] = [0, 0, 0];
  while (here < a.length && there < b.length) {
    const value = Math.min(a[here]!, b[there]!);
    here = countUpTo(a, value, here);
    there = countUpTo(b, value, there);
    gap = Math.max(gap, Math.abs((here / a.length) - (there / b.length)));
  }

  return gap;
}

/**
What the statistic exceeds with a probability of `falseAlarms` where both draw from the same distribution, less often
where that has steps: sqrt(-ln(p / 2) / 2) · sqrt((n + m) / (n · m)) (Smirnov, "Table for estimating the goodness of fit of
empirical distributions", 1948, the first term of its series).
*/
export function criticalStatistic(count: number, otherCount: number): number {
  return Math.sqrt(-Math.log(falseAlarms / 2) / 2) * Math.sqrt((count + otherCount) / (count * otherCount));
}

function countUpTo(sorted: Float64Array, value: number, start: number): number {
  let count = start;
  while (count < sorted.length && sorted[count]! <= value) {
    count++;
  }

  return count;
}
