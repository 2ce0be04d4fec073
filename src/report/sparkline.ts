const blocks = [...'▁▂▃▄▅▆▇█'];

export type Scale = {readonly low: number; readonly high: number};

/** Values as blocks of eight heights, at most `width` of them, each for the mean of its stretch; a blank where there is no number. */
export function sparkline(values: ReadonlyArray<number | null>, {low, high}: Scale, width: number): string {
  return shrink(values, width).map(value => value === null ? ' ' : blocks[heightOf(value)]!).join('');

  function heightOf(value: number): number {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return Math.max(0, Math.min(blocks.length - 1, Math.floor(share * blocks.length)));
  }
}

function shrink(values: ReadonlyArray<number | null>, width: number): ReadonlyArray<number | null> {
  if (values.length <= width) {
    return values;
  }

  const edge = (index: number) => Math.floor(index * values.length / width);
  return Array.from({length: width}, (_, index) => {
    const known = values.slice(edge(index), edge(index + 1)).filter(value => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}
