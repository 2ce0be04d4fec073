/**
p values corrected for their number (Holm, "A simple sequentially rejective multiple test procedure", 1979), in the order given: with those of
at most 0.05 called, at most 5 % of tables have any true tie called, however the comparisons depend on each other.
*/
export function holm(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].toSorted((left, right) => pValues[left]! - pValues[right]!);
  const corrected = Array.from({length: pValues.length}, () => 0);
  let most = 0;
  for (const [rank, index] of order.entries()) {
    most = Math.max(most, Math.min(1, pValues[index]! * (pValues.length - rank)));
    corrected[index] = most;
  }

  return corrected;
}
