import * as Plot from '@observablehq/plot';
import type {ReportRow} from '../page/report-data.js';
import {seedCurve} from './curve-series.js';
import {drawPlot} from './draw-plot.js';
import {seriesColours} from './plot-colours.js';

/** Rows over each other: validation accuracy, means of their seeds. Each line bears its row's name, by which the page shows and hides it. */
export function overlayPlot(rows: readonly ReportRow[], {width = 760, height = 380} = {}): string | undefined {
  const lines = rows.map(row => ({name: row.row.name, points: seedCurve(row.runs, 'val_accuracy', 120).mean})).filter(({points}) => points.length > 1);
  if (lines.length === 0) {
    return undefined;
  }

  const last = Math.max(...lines.map(({points}) => points.at(-1)!.epoch));
  return drawPlot({
    width,
    height,
    marginLeft: 46,
    marginBottom: 36,
    marginTop: 26,
    marginRight: 14,
    x: {label: 'epoch', labelArrow: 'none', domain: [1, Math.max(2, Math.ceil(last))]},
    y: {label: 'validation accuracy', labelArrow: 'none', grid: true, nice: true},
    marks: lines.map(({name, points}, index) => Plot.line(points, {
      x: 'epoch', y: 'value', ariaLabel: () => name, className: 'series', strokeWidth: 1.8, stroke: seriesColours[index % seriesColours.length]!,
      ...index >= seriesColours.length && {strokeDasharray: '6 3'},
    })),
  }, {title: 'Validation accuracy of rows by epoch', description: lines.map(({name, points}) => `${name} ends at ${points.at(-1)!.value?.toFixed(3) ?? 'no number'}`).join('; ')});
}
