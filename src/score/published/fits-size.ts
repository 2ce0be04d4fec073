// Keras adds shares up in float32: two of its steps at 1.
const float32 = 2 ** -22;

/** How far a figure that was given with so many digits may be from what it was: half of the last one, and what float32 had rounded before. */
export function roundingOf(digits: number): number {
  return (0.5 * (10 ** -digits)) + float32;
}

/** Whether an accuracy can be a share of so many pictures, k / size for a whole k. */
export function fitsSize(accuracy: number, size: number, rounding: number): boolean {
  return Math.abs(accuracy - (Math.round(accuracy * size) / size)) <= rounding;
}
