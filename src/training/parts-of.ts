/** Cuts so many pictures into parts of `size`, of which the last takes what is left. */
export function partsOf(count: number, size: number): Array<{readonly start: number; readonly length: number}> {
  return Array.from({length: Math.ceil(count / size)}, (_, index) => ({start: index * size, length: Math.min(size, count - (index * size))}));
}
