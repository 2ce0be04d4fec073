import * as Plot from '@observablehq/plot';
import type {ReportRow} from '../page/report-data.js';
import {chosenEpochs, publishedCurve, seedCurve, type Band, type CurveKind} from './curve-series.js';
import {drawPlot} from './draw-plot.js';
import type {SeriesPoint} from './thin-series.js';

const colours = {training: 'var(--s7)', validation: 'var(--accent)', published: 'var(--published)'};

/** A row's training and validation over its epochs, its seeds as a band, the best epochs marked, and what was published dotted. */
export function curvePlot(row: ReportRow, kind: CurveKind, {width = 520, height = 300} = {}): string | undefined {
  const validation = seedCurve(row.runs, kind === 'accuracy' ? 'val_accuracy' : 'val_loss');
  const training = seedCurve(row.runs, kind);
  const published = publishedCurve(row, kind);
  if (validation.mean.length === 0) {
    return undefined;
  }

  const chosen = chosenEpochs(row.runs, kind);
  const legend = [
    {text: 'training', fill: colours.training},
    {text: 'validation', fill: colours.validation},
    ...published.length > 0 ? [{text: 'published', fill: colours.published}] : [],
  ];
  return drawPlot({
    width,
    height,
    marginLeft: 46,
    marginTop: 34,
    marginBottom: 36,
    marginRight: 14,
    x: {label: 'epoch', labelArrow: 'none', domain: [1, lastEpoch(validation.mean, published)]},
    y: {label: kind, labelArrow: 'none', grid: true, nice: true, ...kind === 'loss' ? {domain: lossDomain([training.mean, validation.mean, published])} : {}, clamp: true},
    marks: [
      band(validation.band, colours.validation),
      band(training.band, colours.training),
      curve(published, `published validation ${kind}`, {stroke: colours.published, strokeDasharray: '1.5 3', strokeWidth: 1.8}),
      curve(training.mean, `training ${kind}`, {stroke: colours.training, strokeWidth: 1.4}),
      curve(validation.mean, `validation ${kind}`, {stroke: colours.validation, strokeWidth: 2}),
      Plot.dot(chosen, {x: 'epoch', y: 'value', r: 4, fill: 'var(--ground)', stroke: colours.validation, strokeWidth: 2, title: ({epoch, value, seed}) => `best epoch of seed ${seed}: ${epoch}, ${kind} ${value.toFixed(3)}`}),
      ...legend.map(({text, fill}, index) => Plot.text([text], {frameAnchor: 'top-right', dx: -82 * (legend.length - 1 - index), dy: -24, text: String, fill, fontWeight: 600})),
    ],
  }, {title: `${row.row.name}: ${kind} by epoch`, description: describe(kind, training.mean, validation.mean, chosen)});
}

function band(values: Band, fill: string) {
  return Plot.areaY(values, {x: 'epoch', y1: 'low', y2: 'high', fill, fillOpacity: 0.18});
}

function curve(points: readonly SeriesPoint[], name: string, style: Plot.LineOptions) {
  return Plot.line(points, {x: 'epoch', y: 'value', ariaLabel: () => name, className: 'series', ...style});
}

function lastEpoch(own: readonly SeriesPoint[], published: readonly SeriesPoint[]): number {
  return Math.max(2, Math.ceil(own.at(-1)!.epoch), Math.ceil(published.at(-1)?.epoch ?? 0));
}

/** Losses that run away are cut off, so that the others can be seen. */
function lossDomain(all: ReadonlyArray<readonly SeriesPoint[]>): [number, number] {
  const values = all.flat().flatMap(({value}) => value ?? []).toSorted((left, right) => left - right);
  const high = values[Math.floor(0.98 * (values.length - 1))] ?? 1;
  return [0, Math.max(1e-6, 1.1 * high)];
}

function describe(kind: CurveKind, training: readonly SeriesPoint[], validation: readonly SeriesPoint[], chosen: ReadonlyArray<{readonly epoch: number}>): string {
  const ends = (points: readonly SeriesPoint[]) => `from ${figure(points[0]?.value)} to ${figure(points.at(-1)?.value)}`;
  const best = chosen.length === 0 ? '' : `; best in epoch ${[...new Set(chosen.map(({epoch}) => epoch))].join(', ')}`;
  return `validation ${kind} ${ends(validation)}, training ${kind} ${ends(training)}${best}`;
}

function figure(value: number | null | undefined): string {
  return value?.toFixed(3) ?? 'no number';
}
