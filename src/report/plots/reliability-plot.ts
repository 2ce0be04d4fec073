import * as Plot from '@observablehq/plot';
import type {ReportSubject} from '../page/report-data.js';
import {drawPlot} from './draw-plot.js';

/** How often a row is right beside how sure it says to be: on the diagonal it is what it says. */
export function reliabilityPlot({label, reliability}: ReportSubject, {width = 300, height = 300} = {}): string | undefined {
  const all = reliability.reduce((sum, {pictures}) => sum + pictures, 0);
  const bins = reliability
    .filter(({pictures}) => pictures > 0)
    .map(({pictures, right, stated}) => ({pictures, accuracy: right / pictures, stated: stated / pictures}));
  if (bins.length === 0) {
    return undefined;
  }

  return drawPlot({
    width,
    height,
    marginLeft: 46,
    marginTop: 26,
    marginBottom: 42,
    marginRight: 14,
    x: {label: 'probability that it gives', labelArrow: 'none', domain: [0, 1], ticks: 5},
    y: {label: 'share that is right', labelArrow: 'none', domain: [0, 1], grid: true, ticks: 5},
    r: {type: 'identity'},
    marks: [
      Plot.link([0], {x1: 0, y1: 0, x2: 1, y2: 1, stroke: 'var(--muted)', strokeDasharray: '3 3'}),
      Plot.link(bins, {x1: 'stated', x2: 'stated', y1: 'stated', y2: 'accuracy', stroke: 'var(--bad)', strokeOpacity: 0.6}),
      Plot.dot(bins, {
        x: 'stated', y: 'accuracy', r: ({pictures}) => 2.5 + (9 * Math.sqrt(pictures / all)), fill: 'var(--accent)', fillOpacity: 0.75,
        title: ({pictures, accuracy, stated}) => `${pictures} ${pictures === 1 ? 'answer' : 'answers'}: says ${stated.toFixed(2)}, right ${accuracy.toFixed(2)}`,
      }),
    ],
  }, {
    title: `${label}: reliability`,
    description: bins.map(({pictures, accuracy, stated}) => `of ${pictures} ${pictures === 1 ? 'answer' : 'answers'} with probability ${stated.toFixed(2)}, ${accuracy.toFixed(2)} ${pictures === 1 ? 'is' : 'are'} right`).join('; '),
  });
}
