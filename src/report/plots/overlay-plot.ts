import * as Plot from '@observablehq/plot';
import type {ReportSubject} from '../page/report-data.js';
import {lastEpoch, seedCurve, type CurveKind} from './curve-series.js';
import {drawPlot} from './draw-plot.js';
import {dashes, lineStyle} from './line-style.js';
import {lossDomain} from './loss-domain.js';
import {layLegend, plotLegend} from './plot-legend.js';

const margin = {left: 46, right: 14, top: 26, bottom: 42};

/** For the page, which names the lines itself, as high as it says; else with a legend below, and as high as that makes it. */
type OverlaySize = {readonly width?: number; readonly height?: number};

/**
Rows over each other: accuracy or loss on the validation pictures, means of their seeds. Each line bears its row's name, by which the page shows
and hides it; on paper a legend names them.
*/
export function overlayPlot(rows: readonly ReportSubject[], kind: CurveKind = 'accuracy', {width = 1040, height}: OverlaySize = {}): string | undefined {
  const key = kind === 'accuracy' ? 'val_accuracy' : 'val_loss';
  const lines = rows
    .map(({label, curves}) => ({name: label, seeds: curves.length, last: lastEpoch(curves), points: seedCurve(curves, key, 120).mean}))
    .filter(({points}) => points.length > 1)
    .map((line, index) => ({...line, ...lineStyle(index)}));
  if (lines.length === 0) {
    return undefined;
  }

  const last = Math.max(2, ...lines.map(line => line.last));
  const legend = layLegend(height === undefined ? lines.map(({name, colour, style}) => ({text: name, colour, mark: style})) : [], width - 20);
  const below = margin.bottom + legend.height + (legend.height > 0 ? 8 : 0);
  const mean = height === undefined && lines.some(({seeds}) => seeds > 1) ? ', mean of the seeds' : '';
  return drawPlot({
    width,
    height: height ?? margin.top + frameHeight(width) + below,
    marginLeft: margin.left,
    marginBottom: below,
    marginTop: margin.top,
    marginRight: margin.right,
    x: {label: 'epoch', labelArrow: 'none', labelAnchor: 'right', labelOffset: 36, domain: [1, last], ticks: ticksOf(last, width)},
    y: {label: `validation ${kind}${mean}`, labelArrow: 'none', grid: true, nice: true, ...kind === 'loss' && {domain: lossDomain(lines.map(({points}) => points)), clamp: true}},
    marks: [
      ...lines.map(({name, points, colour, style}) => Plot.line(points, {
        x: 'epoch', y: 'value', ariaLabel: () => name, className: 'series', strokeWidth: 1.8, stroke: colour, strokeDasharray: dashes[style],
      })),
      ...plotLegend(legend, {anchor: 'bottom-left', dx: 10 - margin.left, dy: margin.bottom}),
    ],
  }, {title: `Validation ${kind} of rows by epoch`, description: lines.map(({name, points}) => `${name} ends at ${points.at(-1)!.value?.toFixed(3) ?? 'no number'}`).join('; '), isCut: kind === 'loss'});
}

/** Of a plot of lines as wide as that, without what stands around it. */
function frameHeight(width: number): number {
  return Math.max(120, Math.round(0.5 * (width - margin.left - margin.right)));
}

function ticksOf(last: number, width: number): number {
  return Math.max(1, Math.min(10, last - 1, Math.floor((width - margin.left - margin.right) / 36)));
}
