import * as Plot from '@observablehq/plot';
import type {ReportSubject} from '../page/report-data.js';
import type {ClassDetail} from '../show/detail.js';
import {mostCounted} from '../frequent-mistakes.js';
import {drawPlot} from './draw-plot.js';
import {labelRoom, shortLabel} from './label-room.js';
import {deepFrom} from './plot-colours.js';

const mostWithFigures = 16;

/** What each class's pictures were taken for, as shares of them; summed over the seeds. Many classes are drawn without their names. */
export function confusionPlot({label, classes, predicted}: ReportSubject, width = 520): string | undefined {
  if (!classes) {
    return undefined;
  }

  const names = classes.map(({name}) => name);
  const isNamed = names.length <= mostCounted;
  const cells = classes.flatMap(one => cellsOf(one, names).filter(({count}) => isNamed || count > 0));
  const ticks = isNamed ? {} : {ticks: []};
  const left = labelRoom(isNamed ? names : []) + 18;
  const cell = Math.min(64, (width - left - 12) / names.length);
  return drawPlot({
    width: Math.round(left + 12 + (cell * names.length)),
    height: Math.round(left + 30 + (cell * names.length)),
    marginLeft: left,
    marginTop: left,
    marginBottom: 24,
    marginRight: 12,
    x: {axis: 'top', domain: names, label: 'said', labelAnchor: 'center', labelArrow: 'none', tickSize: 0, tickRotate: -60, tickFormat: shortLabel, padding: 0.04, ...ticks},
    y: {domain: names, label: 'is', labelAnchor: 'top', labelArrow: 'none', tickSize: 0, tickFormat: shortLabel, padding: 0.04, ...ticks},
    opacity: {type: 'identity'},
    marks: [
      ...isNamed ? [] : [Plot.frame({fill: 'var(--accent)', fillOpacity: 0.05, stroke: 'none'})],
      Plot.cell(cells, {x: 'said', y: 'is', fill: 'var(--accent)', fillOpacity: ({share}) => 0.05 + (0.95 * share), title: ({is, said, count}) => `${is} taken for ${said}: ${count}`}),
      ...names.length > mostWithFigures ? [] : [figures(cells)],
      Plot.text([`pictures${predicted > 1 ? `, summed over ${predicted} seeds` : ''}`], {frameAnchor: 'bottom-right', dy: 18, text: text => text, fill: 'var(--muted)'}),
    ],
  }, {
    title: `${label}: confusion matrix`,
    description: classes.map(({name, recall, pictures}) => `${name}: ${recall === null ? 'no pictures' : `recall ${recall.toFixed(3)} of ${pictures}`}`).join('; '),
  });
}

type Cell = {readonly is: string; readonly said: string; readonly count: number; readonly share: number};

function cellsOf({name, taken_for: counts}: ClassDetail, names: readonly string[]): Cell[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, said) => ({is: name, said: names[said]!, count, share: all === 0 ? 0 : count / all}));
}

function figures(cells: readonly Cell[]) {
  return Plot.text(cells.filter(({count}) => count > 0), {
    x: 'said', y: 'is', text: ({count}) => String(count), fill: ({share}) => share > deepFrom ? 'var(--ground)' : 'var(--ink)', fontSize: 12,
  });
}
