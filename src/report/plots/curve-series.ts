import type {ReportRun, ReportSubject} from '../page/report-data.js';
import {thinSeries, type SeriesPoint} from './thin-series.js';

export type CurveKind = 'accuracy' | 'loss';
type Key = 'accuracy' | 'val_accuracy' | 'loss' | 'val_loss';

/** A line of a plot over epochs. */
export type Curve = {readonly name: string; readonly points: readonly SeriesPoint[]};

/** The least and the greatest of the seeds, at each shown epoch. */
export type Band = ReadonlyArray<{readonly epoch: number; readonly low: number; readonly high: number}>;

/** The most points that a line has. */
export const mostPoints = 160;

/** The mean of seeds and their spread. */
export type SeedCurve = {readonly mean: readonly SeriesPoint[]; readonly band: Band};

/** Of a row's runs: the mean of its seeds at each epoch, and between which values they lie; of one run, that run. */
export function seedCurve(runs: readonly ReportRun[], key: Key, most = mostPoints): SeedCurve {
  const values = new Map<number, number[]>();
  for (const epoch of runs.flatMap(({epochs}) => epochs)) {
    values.set(epoch.epoch, [...values.get(epoch.epoch) ?? [], ...epoch[key] === null ? [] : [epoch[key]]]);
  }

  const byEpoch = [...values].toSorted(([left], [right]) => left - right);
  const series = (of: (values: readonly number[]) => number) =>
    thinSeries(byEpoch.map(([epoch, each]) => ({epoch, value: each.length === 0 ? null : of(each)})), most);
  const band = runs.length > 1 ? bandOf(series(each => Math.min(...each)), series(each => Math.max(...each))) : [];
  return {mean: series(each => each.reduce((sum, value) => sum + value, 0) / each.length), band};
}

function bandOf(low: readonly SeriesPoint[], high: readonly SeriesPoint[]): Band {
  return low.flatMap(({epoch, value}, index) => value === null ? [] : [{epoch, low: value, high: high[index]!.value!}]);
}

/** The last epoch of any of these runs: a line that was thinned ends before it. */
export function lastEpoch(runs: readonly ReportRun[]): number {
  return Math.max(0, ...runs.map(({epochs}) => epochs.at(-1)?.epoch ?? 0));
}

/** The epochs after which seeds end, where not all end after the same one: behind it a line is the mean of fewer. */
export function seedEnds(runs: readonly ReportRun[]): number[] {
  const ends = [...new Set(runs.flatMap(({epochs}) => epochs.at(-1)?.epoch ?? []))].toSorted((left, right) => left - right);
  return ends.length > 1 ? ends : [];
}

/** What was published, as a line; none where it was not, or has no such column. */
export function publishedCurve({history}: ReportSubject, kind: CurveKind): readonly SeriesPoint[] {
  const points = (history?.epochs ?? []).map(epoch => ({epoch: epoch.epoch, value: kind === 'accuracy' ? epoch.valAccuracy : epoch.valLoss}));
  return points.some(({value}) => value !== null) ? thinSeries(points, mostPoints) : [];
}

/** The best epoch of each run: what it would be if one were chosen. */
export function chosenEpochs(runs: readonly ReportRun[], kind: CurveKind) {
  const key = kind === 'accuracy' ? 'val_accuracy' : 'val_loss';
  return runs.flatMap(({seed, scores, epochs}) => {
    const epoch = scores && epochs.find(each => each.epoch === scores.best_epoch);
    const value = (epoch)?.[key];
    return epoch && value !== null && value !== undefined ? [{epoch: epoch.epoch, value, seed}] : [];
  });
}
