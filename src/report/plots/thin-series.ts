/** The value of an epoch; null where it was no number. */
export type SeriesPoint = {readonly epoch: number; readonly value: number | null};

/** At most so many points: each the mean of as many epochs, at their middle. */
export function thinSeries(points: readonly SeriesPoint[], most: number): readonly SeriesPoint[] {
  const every = Math.ceil(points.length / most);
  if (every <= 1) {
    return points;
  }

  const count = Math.ceil(points.length / every);
  return Array.from({length: count}, (_, index) => meanOf(points.slice(index * every, (index + 1) * every)));
}

function meanOf(points: readonly SeriesPoint[]): SeriesPoint {
  const values = points.flatMap(({value}) => value ?? []);
  const epoch = (points[0]!.epoch + points.at(-1)!.epoch) / 2;
  return {epoch, value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length};
}
