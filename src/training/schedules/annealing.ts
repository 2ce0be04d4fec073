/** Half a cosine wave: 1 where `part` is 0, 0 where it is 1 (Loshchilov and Hutter, 2017, equation 5). */
export function annealing(part: number): number {
  return 0.5 * (1 + Math.cos(Math.PI * part));
}
