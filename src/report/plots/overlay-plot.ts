import * as Plot from '@observablehq/plot';
import type {ReportSubject} from '../page/report-data.js';
import {lastEpoch, seedCurve} from './curve-series.js';
import {drawPlot} from './draw-plot.js';
import {seriesColours} from './plot-colours.js';
import {plotLegend} from './plot-legend.js';

/**
Rows over each other: validation accuracy, means of their seeds. Each line bears its row's name, by which the page shows and hides it; on
paper a legend names them.
*/
export function overlayPlot(rows: readonly ReportSubject[], {width = 1040, height = 400, isNamed = false} = {}): string | undefined {
  const lines = rows.map(({label, curves}) => ({name: label, last: lastEpoch(curves), points: seedCurve(curves, 'val_accuracy', 120).mean})).filter(({points}) => points.length > 1);
  if (lines.length === 0) {
    return undefined;
  }

  const last = Math.max(2, ...lines.map(each => each.last));
  const names = isNamed ? lines.map(({name}, index) => ({text: name, colour: seriesColours[index % seriesColours.length]!, mark: 'line' as const})) : [];
  return drawPlot({
    width,
    height,
    marginLeft: 46,
    marginBottom: 42,
    marginTop: isNamed ? 34 + (18 * names.length) : 26,
    marginRight: 14,
    x: {label: 'epoch', labelArrow: 'none', domain: [1, last], ticks: Math.min(10, last - 1)},
    y: {label: 'validation accuracy', labelArrow: 'none', grid: true, nice: true},
    marks: [...lines.map(({name, points}, index) => Plot.line(points, {
      x: 'epoch', y: 'value', ariaLabel: () => name, className: 'series', strokeWidth: 1.8, stroke: seriesColours[index % seriesColours.length]!,
      ...index >= seriesColours.length && {strokeDasharray: '6 3'},
    })), ...names.flatMap((name, index) => plotLegend([name], {dx: 0, dy: 2 - (18 * (names.length - index))}))],
  }, {title: 'Validation accuracy of rows by epoch', description: lines.map(({name, points}) => `${name} ends at ${points.at(-1)!.value?.toFixed(3) ?? 'no number'}`).join('; ')});
}
