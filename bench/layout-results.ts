import {layoutTable} from '../src/report/layout-table.js';
import type {MeasureFacts, Sample} from './measure.js';
import {summarize, type SideSummary} from './summarize.js';

/** The table of everything that was measured: a line a side, and for all but the first of a measure the ratio to it. */
export function layoutResults(measures: readonly MeasureFacts[], samples: readonly Sample[]): string[] {
  const lines = measures.flatMap(measure => summarize(measure, samples).map((summary, index) => lineOf(measure, summary, index === 0)));
  const columns = [
    {title: 'what'},
    {title: 'whose'},
    {title: 'minimum', align: 'right' as const},
    {title: 'median', align: 'right' as const},
    {title: 'maximum', align: 'right' as const},
    {title: 'unit'},
    {title: 'ratio', align: 'right' as const},
    {title: 'bar'},
    {title: ''},
  ];
  return layoutTable(columns.map((column, index) => ({...column, cells: lines.map(line => line[index]!)})), Infinity);
}

function lineOf({title, unit, digits}: MeasureFacts, {side, minimum, median, maximum, ratio, bar, holds}: SideSummary, isFirst: boolean): string[] {
  return [
    isFirst ? title : '',
    side,
    ...[minimum, median, maximum].map(value => value.toFixed(digits)),
    unit,
    ratio === undefined ? '' : ratio.toPrecision(3),
    bar ? `${bar.kind} ${bar.ratio}` : '',
    bar ? mark(holds) : '',
  ];
}

function mark(holds: boolean | undefined): string {
  return holds ? '✔' : '✖';
}
