import * as Plot from '@observablehq/plot';
import type {BoardRow} from '../../domain/board-row.js';
import {printableLine} from '../../errors.js';
import type {RowGroup} from '../board/group-rows.js';
import {drawPlot} from './draw-plot.js';
import {labelRoom, shortLabel} from './label-room.js';
import {plotLegend, type LegendEntry} from './plot-legend.js';

const lineHeight = 20;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

type Line = {readonly key: string; readonly label: string; readonly row?: BoardRow};

/** Every row with its accuracy, the interval of that, its best epoch and what was published; rows that can be compared stand together. */
export function boardPlot(groups: readonly RowGroup[], width = 1040): string | undefined {
  const lines = groups.flatMap(({heading, rows}, index) => linesOf(heading, rows, index));
  const rows = lines.flatMap(({key, row}) => row ? [{key, ...row}] : []);
  if (rows.length === 0) {
    return undefined;
  }

  const labels = new Map(lines.map(({key, label}) => [key, label]));
  const names = lines.filter(({row}) => row).map(({label}) => label);
  const left = labelRoom(names);
  return drawPlot({
    width,
    height: 72 + (lineHeight * lines.length),
    marginLeft: left,
    marginTop: 30,
    marginBottom: 42,
    marginRight: 16,
    x: {label: 'accuracy on the validation pictures', labelAnchor: 'right', labelArrow: 'none', grid: true, nice: true},
    y: {domain: lines.map(({key}) => key), label: null, tickSize: 0, tickFormat: (key: string) => key.startsWith('heading ') ? '' : shortLabel(labels.get(key)!)},
    marks: [
      Plot.text(lines.filter(({row}) => !row), {y: 'key', frameAnchor: 'left', text: ({label}) => printableLine(label), fill: 'var(--muted)', fontStyle: 'italic', dx: 4}),
      Plot.ruleY(rows.filter(row => row.last_low !== null), {y: 'key', x1: 'last_low', x2: 'last_high', stroke: 'var(--accent)', strokeWidth: 3, strokeOpacity: 0.45}),
      Plot.dot(rows.filter(row => row.best !== null), {y: 'key', x: 'best', r: 4, stroke: 'var(--accent)', fill: 'var(--ground)', title: row => `${row.name}: best epoch ${percent(row.best)}, optimistic`}),
      Plot.dot(rows.filter(row => row.last !== null), {y: 'key', x: 'last', r: 4.5, fill: 'var(--accent)', title: row => titleOf(row)}),
      Plot.dot(rows.filter(row => row.published !== null), {y: 'key', x: 'published', r: 4.5, symbol: 'diamond', fill: 'var(--published)', stroke: 'var(--published)', title: row => `${row.name}: published ${percent(row.published)}`}),
      ...plotLegend(legendOf(rows), {dx: 8 - left, dy: -18}),
    ],
  }, {title: 'The rows and their accuracies', description: rows.map(row => titleOf(row)).join('; ')});
}

function linesOf(heading: string, rows: readonly BoardRow[], index: number): Line[] {
  const shown = rows.filter(row => row.last !== null || row.published !== null);
  const head = heading === '' || shown.length === 0 ? [] : [{key: `heading ${index}`, label: heading}];
  return [...head, ...shown.map(row => ({key: `row ${row.name}`, label: row.name, row}))];
}

function titleOf({name, last, last_low: low, last_high: high, published}: BoardRow): string {
  const interval = low === null || high === null ? '' : ` (95 %: ${percent(low)} to ${percent(high)})`;
  const own = last === null ? 'no result yet' : `${percent(last)}${interval}`;
  return `${name}: ${own}${published === null ? '' : `, published ${percent(published)}`}`;
}

function legendOf(rows: readonly BoardRow[]): LegendEntry[] {
  const own: readonly LegendEntry[] = [
    {text: 'after the last epoch, with its 95 % interval', colour: 'var(--accent)', mark: 'dot'},
    {text: 'best epoch (optimistic)', colour: 'var(--accent)', mark: 'ring'},
  ];
  return [
    ...rows.some(({last}) => last !== null) ? own : [],
    ...rows.some(({published}) => published !== null) ? [{text: 'published', colour: 'var(--published)', mark: 'diamond'} as const] : [],
  ];
}
