/** Largest |a - b|. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  return largest(actual, expected, () => 1);
}

/**
Largest |a - b| / max(|b|, floor). The floor says below which size only the absolute difference means something; 0 asks
for the relative difference everywhere.
*/
export function largestRelativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>, floor = 0): number {
  return largest(actual, expected, value => Math.max(Math.abs(value), floor));
}

/** Largest |a - b| / largest |b|: what rounding leaves of a sum of large values that cancel each other is small beside them. */
export function largestDifferenceToPeak(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  const peak = Float64Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest(actual, expected, () => peak);
}

function largest(actual: ArrayLike<number>, expected: ArrayLike<number>, scale: (value: number) => number): number {
  if (actual.length !== expected.length) {
    return Infinity;
  }

  const shares = Float64Array.from(expected, (value, index) => {
    const difference = Math.abs(actual[index]! - value);
    return difference === 0 ? 0 : difference / scale(value);
  });
  const most = shares.reduce((high, share) => Math.max(share, high), 0);
  // NaN differs from everything.
  return Number.isNaN(most) || shares.some(share => Number.isNaN(share)) ? Infinity : most;
}
