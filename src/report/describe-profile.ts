import type {EpochTimes, RunProfile} from '../domain/run-profile.js';
import {formatDuration} from './format-duration.js';
import {layoutTable, type TableColumn} from './layout-table.js';

const parts: ReadonlyArray<readonly [part: keyof EpochTimes, words: string]> = [
  ['data', 'waiting for data'],
  ['training', 'forward, backward, update'],
  ['evaluation', 'evaluation'],
  ['runner', 'the runner itself'],
];

// Nothing is left out on a narrow terminal: the table has five short columns at most.
const width = 1000;

/** A table of where an epoch's time went, the first, which warms up, apart from the mean of the others. */
export function describeProfile(name: string, {device, preparing, epochs: [first, ...later]}: RunProfile): string {
  if (!first) {
    return `${name}: no epoch was completed, so there is no profile.`;
  }

  const table = layoutTable([
    {title: '', cells: [...parts.map(([, words]) => words), 'together']},
    ...columnsOf('first epoch', first),
    ...later.length > 0 ? columnsOf(later.length === 1 ? 'second' : `mean of ${later.length} later`, meanOf(later)) : [],
  ], width);
  return [
    `${name}: where an epoch's time went; ${formatDuration(preparing / 1000)} went before the first (TensorFlow, pictures, network)`,
    ...table.map(line => `  ${line}`),
    ...device === 'gpu' ? [`  ${onGpu}`] : [],
  ].join('\n');
}

const onGpu = 'A GPU computes on its own: what waits for it counts where a result is read, so that the first two rows may hold each other\'s time.';

function columnsOf(title: string, times: EpochTimes): TableColumn[] {
  const values = parts.map(([part]) => times[part]);
  const whole = values.reduce((sum, value) => sum + value, 0);
  return [
    {title, align: 'right', cells: [...values, whole].map(value => `${value.toFixed(value < 100 ? 1 : 0)} ms`)},
    {title: '', align: 'right', cells: values.map(value => `${(value / whole * 100).toFixed(1)} %`)},
  ];
}

function meanOf(epochs: readonly EpochTimes[]): EpochTimes {
  const mean = (part: keyof EpochTimes) => epochs.reduce((sum, times) => sum + times[part], 0) / epochs.length;
  return {data: mean('data'), training: mean('training'), evaluation: mean('evaluation'), runner: mean('runner')};
}
