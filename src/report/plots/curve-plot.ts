import * as Plot from '@observablehq/plot';
import type {ReportSubject} from '../page/report-data.js';
import {chosenEpochs, lastEpoch, publishedCurve, seedCurve, seedEnds, type Band, type CurveKind} from './curve-series.js';
import {drawPlot} from './draw-plot.js';
import {plotLegend, type LegendEntry} from './plot-legend.js';
import type {SeriesPoint} from './thin-series.js';

const colours = {training: 'var(--s7)', validation: 'var(--accent)', published: 'var(--published)'};

/** Training and validation of a row over its epochs, its seeds as a band, the best epochs marked, and what was published dotted. */
export function curvePlot(subject: ReportSubject, kind: CurveKind, {width = 520, height = 310} = {}): string | undefined {
  const validation = seedCurve(subject.curves, kind === 'accuracy' ? 'val_accuracy' : 'val_loss');
  const training = seedCurve(subject.curves, kind);
  const published = publishedCurve(subject, kind);
  if (validation.mean.length === 0) {
    return undefined;
  }

  const last = Math.max(2, lastEpoch(subject.curves), subject.history?.epochs.at(-1)?.epoch ?? 0);
  const chosen = chosenEpochs(subject.curves, kind);
  const legend: readonly LegendEntry[] = [
    {text: 'training', colour: colours.training, mark: 'line'},
    {text: 'validation', colour: colours.validation, mark: 'line'},
    ...published.length > 0 ? [{text: 'published', colour: colours.published, mark: 'dotted'} as const] : [],
  ];
  return drawPlot({
    width,
    height,
    marginLeft: 46,
    marginTop: 48,
    marginBottom: 42,
    marginRight: 14,
    x: {label: 'epoch', labelArrow: 'none', domain: [1, last], ticks: Math.min(6, last - 1)},
    y: {label: kind, labelArrow: 'none', grid: true, nice: true, ...kind === 'loss' ? {domain: lossDomain([training.mean, validation.mean, published])} : {}, clamp: true},
    marks: [
      band(validation.band, colours.validation),
      band(training.band, colours.training),
      curve(published, `published validation ${kind}`, {stroke: colours.published, strokeDasharray: '1.5 3', strokeWidth: 1.8}),
      curve(training.mean, `training ${kind}`, {stroke: colours.training, strokeWidth: 1.4}),
      curve(validation.mean, `validation ${kind}`, {stroke: colours.validation, strokeWidth: 2}),
      Plot.dot(chosen, {x: 'epoch', y: 'value', r: 4, fill: 'var(--ground)', stroke: colours.validation, strokeWidth: 2, title: ({epoch, value, seed}) => `best epoch of seed ${seed}: ${epoch}, ${kind} ${value.toFixed(3)}`}),
      ...plotLegend(legend, {dx: 0, dy: -16}),
    ],
  }, {title: `${subject.label}: ${kind} by epoch`, description: `${describe(kind, training.mean, validation.mean, chosen)}${endsOf(subject)}`, isCut: kind === 'loss'});
}

function band(values: Band, fill: string) {
  return Plot.areaY(values, {x: 'epoch', y1: 'low', y2: 'high', fill, fillOpacity: 0.18});
}

function curve(points: readonly SeriesPoint[], name: string, style: Plot.LineOptions) {
  return Plot.line(points, {x: 'epoch', y: 'value', ariaLabel: () => name, className: 'series', ...style});
}

/** Losses that run away are cut off, so that the others can be seen. */
function lossDomain(all: ReadonlyArray<readonly SeriesPoint[]>): [number, number] {
  const values = all.flat().flatMap(({value}) => value ?? []).toSorted((left, right) => left - right);
  const most = values.at(-1) ?? 1;
  const usual = values[Math.floor(0.9 * (values.length - 1))] ?? 1;
  return [0, Math.max(1e-6, Math.min(1.05 * most, 3 * usual))];
}

type Points = readonly SeriesPoint[];

function describe(kind: CurveKind, training: Points, validation: Points, chosen: ReadonlyArray<{readonly epoch: number}>): string {
  const ends = (points: readonly SeriesPoint[]) => `from ${figure(points[0]?.value)} to ${figure(points.at(-1)?.value)}`;
  const best = chosen.length === 0 ? '' : `; best in epoch ${[...new Set(chosen.map(({epoch}) => epoch))].join(', ')}`;
  return `validation ${kind} ${ends(validation)}, training ${kind} ${ends(training)}${best}`;
}

function endsOf({curves}: ReportSubject): string {
  const ends = seedEnds(curves);
  return ends.length === 0 ? '' : `; seeds end after epochs ${ends.join(', ')}`;
}

function figure(value: number | null | undefined): string {
  return value?.toFixed(3) ?? 'no number';
}
