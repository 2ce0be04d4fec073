/** A difference of two accuracies, 0 to 1, in points: `+2.4`, `−0.8`. */
export function formatPoints(difference: number): string {
  const points = (100 * difference).toFixed(1);
  if (Number(points) === 0) {
    return '0.0';
  }

  return difference > 0 ? `+${points}` : points.replace('-', '−');
}
