import * as Plot from '@observablehq/plot';
import type {BoardRow} from '../../domain/board-row.js';
import {printableLine} from '../../errors.js';
import type {RowGroup} from '../board/group-rows.js';
import {breakText} from './break-text.js';
import {drawPlot} from './draw-plot.js';
import {fitText} from './fit-text.js';
import {labelRoom, shortLabel} from './label-room.js';
import {layLegend, plotLegend, type LegendEntry} from './plot-legend.js';
import {strokeShape} from './stroke-shape.js';
import {screenRoom, screenWidth} from './text-width.js';

const [edge, lineHeight] = [8, 20];
// What names may take of the width beside the dots; else they stand above them.
const mostForNames = 0.36;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** A line of the plot: a part of a heading, a name above its dots, or dots. */
type Line = {readonly key: string; readonly label: string; readonly row?: BoardRow; readonly isHeading?: boolean};

/** Every row with its accuracy, the interval of that, its best epoch and what was published; rows that can be compared stand together. */
export function boardPlot(groups: readonly RowGroup[], width = 1040): string | undefined {
  const shown = groups
    .map(({heading, rows}) => ({heading, rows: rows.filter(row => row.last !== null || row.published !== null)}))
    .filter(({rows}) => rows.length > 0);
  const rows = shown.flatMap(group => group.rows.map(row => ({key: keyOf(row), ...row})));
  if (rows.length === 0) {
    return undefined;
  }

  const beside = labelRoom(rows.map(({name}) => name));
  const areNamesAbove = beside > mostForNames * width;
  const left = areNamesAbove ? edge + 6 : beside;
  const room = width - (2 * edge);
  const lines = shown.flatMap((group, index) => [
    ...headingLines(group.heading, index, screenRoom(room)),
    ...group.rows.flatMap(row => rowLines(row, areNamesAbove ? screenRoom(room) : undefined)),
  ]);
  const labels = new Map(lines.map(({key, label, row}) => [key, row && !areNamesAbove ? shortLabel(label) : '']));
  const legend = layLegend(legendOf(rows), room);
  const above = legend.height + 12;
  return drawPlot({
    width,
    height: above + (lineHeight * lines.length) + 46,
    marginLeft: left,
    marginTop: above,
    marginBottom: 46,
    marginRight: 16,
    x: {label: 'accuracy on the validation pictures', labelAnchor: 'right', labelArrow: 'none', labelOffset: 38, grid: true, nice: true, ticks: Math.max(3, Math.floor((width - left) / 70))},
    length: {type: 'identity'},
    y: {domain: lines.map(({key}) => key), label: null, tickSize: 0, tickFormat: (key: string) => labels.get(key)!},
    marks: [
      ...wordsLeft(lines.filter(({isHeading}) => isHeading), {dx: edge - left, fontStyle: 'italic', fill: 'var(--muted)'}),
      ...wordsLeft(lines.filter(({row, isHeading}) => !row && !isHeading), {dx: edge - left, dy: 3, fill: 'var(--ink)'}),
      Plot.ruleY(rows.filter(row => row.last_low !== null), {y: 'key', x1: 'last_low', x2: 'last_high', stroke: 'var(--accent)', strokeWidth: 3, strokeOpacity: 0.45}),
      Plot.dot(rows.filter(row => row.last !== null), {y: 'key', x: 'last', r: 3, fill: 'var(--accent)', title: row => titleOf(row)}),
      Plot.dot(rows.filter(row => row.best !== null), {y: 'key', x: 'best', r: 4.5, stroke: 'var(--accent)', strokeWidth: 1.5, title: row => `${row.name}: best epoch ${percent(row.best)}, optimistic`}),
      Plot.dot(rows.filter(row => row.published !== null), {y: 'key', x: 'published', r: 4.5, symbol: 'diamond', fill: 'var(--published)', stroke: 'var(--published)', title: row => `${row.name}: published ${percent(row.published)}`}),
      ...plotLegend(legend, {anchor: 'top-left', dx: edge - left, dy: -6 - legend.height}),
    ],
  }, {title: 'The rows and their accuracies', description: rows.map(row => titleOf(row)).join('; ')});
}

function keyOf({name}: BoardRow): string {
  return `row ${name}`;
}

function headingLines(heading: string, index: number, room: number): Line[] {
  return heading === '' ? [] : breakText(printableLine(heading), room).map((label, line) => ({key: `heading ${index} ${line}`, label, isHeading: true}));
}

/** A row's dots; under its name, where that is to stand above them in so many pixels. */
function rowLines(row: BoardRow, room: number | undefined): Line[] {
  const dots = {key: keyOf(row), label: row.name, row};
  return room === undefined ? [dots] : [{key: `name ${row.name}`, label: fitText(printableLine(row.name), room)}, dots];
}

/** Lines of words from the left edge on, which the grid does not run through. */
function wordsLeft(lines: readonly Line[], {dx, dy = 0, ...style}: Plot.TextOptions & {readonly dx: number}): Plot.Markish[] {
  const place = {y: 'key', frameAnchor: 'left', dx, dy} as const;
  return [
    Plot.vector(lines, {...place, anchor: 'start', shape: strokeShape, rotate: 90, length: ({label}) => screenWidth(label), stroke: 'var(--ground)', strokeWidth: lineHeight, strokeLinecap: 'butt'}),
    Plot.text(lines, {...place, text: 'label', ...style}),
  ];
}

function titleOf({name, last, last_low: low, last_high: high, published}: BoardRow): string {
  const interval = low === null || high === null ? '' : ` (95 %: ${percent(low)} to ${percent(high)})`;
  const own = last === null ? 'no result yet' : `${percent(last)}${interval}`;
  return `${name}: ${own}${published === null ? '' : `, published ${percent(published)}`}`;
}

function legendOf(rows: readonly BoardRow[]): LegendEntry[] {
  return [
    ...rows.some(({last}) => last !== null) ? [{text: 'after the last epoch', colour: 'var(--accent)', mark: 'dot'} as const] : [],
    ...rows.some(({last_low: low}) => low !== null) ? [{text: '95 % interval of that', colour: 'var(--accent)', mark: 'interval'} as const] : [],
    ...rows.some(({best}) => best !== null) ? [{text: 'best epoch (optimistic)', colour: 'var(--accent)', mark: 'ring'} as const] : [],
    ...rows.some(({published}) => published !== null) ? [{text: 'published', colour: 'var(--published)', mark: 'diamond'} as const] : [],
  ];
}
