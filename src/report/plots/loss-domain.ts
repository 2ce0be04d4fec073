import type {SeriesPoint} from './thin-series.js';

/** What is shown of losses: those that run away are cut off, so that the others can be seen. */
export function lossDomain(all: ReadonlyArray<readonly SeriesPoint[]>): [number, number] {
  const values = all.flat().flatMap(({value}) => value ?? []).toSorted((left, right) => left - right);
  const most = values.at(-1) ?? 1;
  const usual = values[Math.floor(0.9 * (values.length - 1))] ?? 1;
  return [0, Math.max(1e-6, Math.min(1.05 * most, 3 * usual))];
}
