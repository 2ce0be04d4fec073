import * as Plot from '@observablehq/plot';
import type {ReportSubject} from '../page/report-data.js';
import {chosenEpochs, lastEpoch, publishedCurve, seedCurve, seedEnds, type Band, type CurveKind} from './curve-series.js';
import {drawPlot} from './draw-plot.js';
import {dashes} from './line-style.js';
import {lossDomain} from './loss-domain.js';
import {layLegend, plotLegend, type LegendEntry} from './plot-legend.js';
import type {SeriesPoint} from './thin-series.js';

const colours = {training: 'var(--training)', validation: 'var(--accent)', published: 'var(--published)'};

/** On paper as high as its legend makes it. */
type CurveSize = {readonly width?: number; readonly height?: number};

/** Training and validation of a row over its epochs, its seeds as a band, the best epochs marked, and what was published dotted. */
export function curvePlot(subject: ReportSubject, kind: CurveKind, {width = 520, height}: CurveSize = {}): string | undefined {
  const validation = seedCurve(subject.curves, kind === 'accuracy' ? 'val_accuracy' : 'val_loss');
  const training = seedCurve(subject.curves, kind);
  const published = publishedCurve(subject, kind);
  if (validation.mean.length === 0) {
    return undefined;
  }

  const last = Math.max(2, lastEpoch(subject.curves), subject.history?.epochs.at(-1)?.epoch ?? 0);
  const chosen = chosenEpochs(subject.curves, kind);
  const legend = layLegend(legendOf({seeds: subject.curves.length, chosen: chosen.length, published: published.length}), width - 20);
  const above = 30 + legend.height;
  return drawPlot({
    width,
    height: height ?? above + Math.max(120, Math.round(0.5 * (width - 60))) + 42,
    marginLeft: 46,
    marginTop: above,
    marginBottom: 42,
    marginRight: 14,
    x: {label: 'epoch', labelArrow: 'none', labelAnchor: 'right', labelOffset: 36, domain: [1, last], ticks: Math.min(6, last - 1)},
    y: {label: kind, labelArrow: 'none', grid: true, nice: true, ...kind === 'loss' ? {domain: lossDomain([training.mean, validation.mean, published])} : {}, clamp: true},
    marks: [
      band(validation.band, colours.validation),
      band(training.band, colours.training),
      curve(published, `published validation ${kind}`, {stroke: colours.published, strokeDasharray: dashes.dotted, strokeWidth: 1.8}),
      curve(training.mean, `training ${kind}`, {stroke: colours.training, strokeWidth: 1.4}),
      curve(validation.mean, `validation ${kind}`, {stroke: colours.validation, strokeWidth: 2}),
      Plot.dot(chosen, {x: 'epoch', y: 'value', r: 4, fill: 'var(--ground)', stroke: colours.validation, strokeWidth: 2, title: ({epoch, value, seed}) => `best epoch of seed ${seed}: ${epoch}, ${kind} ${value.toFixed(3)}`}),
      ...plotLegend(legend, {anchor: 'top-left', dx: 10 - 46, dy: -6 - legend.height}),
    ],
  }, {title: `${subject.label}: ${kind} by epoch`, description: `${describe(kind, training.mean, validation.mean, chosen)}${endsOf(subject)}`, isCut: kind === 'loss'});
}

function legendOf({seeds, chosen, published}: {readonly seeds: number; readonly chosen: number; readonly published: number}): LegendEntry[] {
  return [
    {text: 'training', colour: colours.training, mark: 'solid'},
    {text: 'validation', colour: colours.validation, mark: 'solid'},
    ...published > 0 ? [{text: 'published', colour: colours.published, mark: 'dotted'} as const] : [],
    ...chosen > 0 ? [{text: 'best epoch', colour: colours.validation, mark: 'ring'} as const] : [],
    ...seeds > 1 ? [{text: `range of ${seeds} seeds`, colour: colours.validation, mark: 'band'} as const] : [],
  ];
}

function band(values: Band, fill: string) {
  return Plot.areaY(values, {x: 'epoch', y1: 'low', y2: 'high', fill, fillOpacity: 0.18});
}

function curve(points: readonly SeriesPoint[], name: string, style: Plot.LineOptions) {
  return Plot.line(points, {x: 'epoch', y: 'value', ariaLabel: () => name, className: 'series', ...style});
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
