import type {BoardRow} from '../../domain/board-row.js';
import {formatDuration} from '../format-duration.js';
import {formatSigned} from '../format-signed.js';
import {changesText} from './changes-text.js';
import {noteText} from './note-text.js';
import {settlingText} from './settling-text.js';

/** A column of the leaderboard for people. */
export type BoardColumn = {
  /** What `--columns` calls it; of one that is in JSON and CSV under this name, it is that. */
  readonly key: string;
  /** What it is made of there, where that is not its key. */
  readonly keys?: ReadonlyArray<keyof BoardRow>;
  readonly title: string;
  readonly align: 'left' | 'right';
  /** See TableColumn. */
  readonly priority: number;
  readonly minWidth?: number;
  readonly goodWidth?: number;
  /** When it is shown without being asked for: where it says anything, where rows differ in it, or only then. */
  readonly shown: 'always' | 'filled' | 'varying' | 'on request';
  readonly text: (row: BoardRow) => string;
};

/** The leaderboard's columns for people, in order. */
export const boardColumns: readonly BoardColumn[] = [
  {key: 'name', title: 'row', align: 'left', priority: 0, shown: 'always', text: row => row.name},
  {key: 'changes', title: 'changed against parent', align: 'left', priority: 5, minWidth: 14, goodWidth: 36, shown: 'always', text: row => changesText(row)},
  {key: 'seeds', title: 'seeds', align: 'right', priority: 9, shown: 'varying', text: row => seedsText(row)},
  {key: 'epochs', title: 'epochs', align: 'right', priority: 11, shown: 'varying', text: row => String(row.epochs)},
  {key: 'features', title: 'features', align: 'left', priority: 14, shown: 'varying', text: row => row.features ?? ''},
  {key: 'last', title: 'last', align: 'right', priority: 0, shown: 'always', text: row => share(row.last)},
  {
    key: 'interval', keys: ['last_low', 'last_high'], title: '95 %', align: 'left', priority: 1, shown: 'filled',
    text: row => range(row.last_low, row.last_high),
  },
  {key: 'verdict', title: 'against parent', align: 'left', priority: 2, shown: 'filled', text: row => verdictText(row)},
  {
    key: 'difference', keys: ['difference', 'difference_low', 'difference_high'], title: 'difference', align: 'left', priority: 3, shown: 'filled',
    text: row => differenceText(row),
  },
  {
    key: 'settling', keys: ['settling_pictures', 'settling_seeds'], title: 'would settle it', align: 'left', priority: 12, shown: 'filled',
    text: row => settlingText(row),
  },
  {key: 'cross_fitted', title: 'cross-fitted', align: 'right', priority: 10, shown: 'filled', text: row => share(row.cross_fitted, '')},
  {key: 'mean_last', title: 'last 20', align: 'right', priority: 4, shown: 'on request', text: row => share(row.mean_last, '')},
  {key: 'best', title: 'best*', align: 'right', priority: 8, shown: 'always', text: row => share(row.best)},
  {
    key: 'protocol', keys: ['protocol', 'protocol_low', 'protocol_high'], title: 'protocol', align: 'left', priority: 15, shown: 'on request',
    text: row => row.protocol === null ? '' : `${share(row.protocol)} (${range(row.protocol_low, row.protocol_high)})`,
  },
  {
    key: 'validation_pictures', title: 'pictures', align: 'right', priority: 13, shown: 'on request',
    text: row => row.validation_pictures === null ? '' : String(row.validation_pictures),
  },
  {key: 'published', title: 'published', align: 'right', priority: 6, shown: 'filled', text: row => row.published === null ? '' : row.published.toFixed(2)},
  {key: 'reproduction', title: 'reproduction', align: 'left', priority: 7, shown: 'filled', text: row => row.reproduction ?? ''},
  {
    key: 'engine', keys: ['engine', 'device'], title: 'engine', align: 'left', priority: 17, shown: 'varying',
    text: row => row.engine === null ? '' : `${row.engine}, ${row.device ?? ''}`,
  },
  {key: 'seconds', title: 'time', align: 'right', priority: 16, shown: 'filled', text: row => row.seconds === null ? '' : formatDuration(row.seconds)},
  {
    key: 'status', keys: ['status', 'stale', 'file_changed', 'file_gone', 'data_changed', 'synthetic'], title: 'note', align: 'left', priority: 0, goodWidth: 24, shown: 'filled', text: row => noteText(row)},
];

/** An accuracy, 0 to 1, with three digits. */
function share(value: number | null, none = '–'): string {
  return value === null ? none : value.toFixed(3);
}

function range(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `${share(low)}–${share(high)}`;
}

function seedsText({status, seeds, seeds_planned: planned}: BoardRow): string {
  if (status === 'published') {
    return '';
  }

  return seeds === planned ? String(seeds) : `${seeds}/${planned}`;
}

function verdictText({verdict, other_inputs: isOther}: BoardRow): string {
  return verdict === null ? '' : `${verdict}${isOther ? '†' : ''}`;
}

function differenceText({difference, difference_low: low, difference_high: high}: BoardRow): string {
  const points = (value: number) => formatSigned(100 * value, 1);
  return difference === null ? '' : `${points(difference)} (${points(low ?? 0)} to ${points(high ?? 0)})`;
}
