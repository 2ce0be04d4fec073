import type {BoardRow, RowVerdict, StoredBoardRow} from '../../domain/board-row.js';
import {errors} from '../../errors.js';
import {countThings} from '../../spec/count-things.js';
import {suggest} from '../../spec/suggest.js';
import type {Store} from '../../store/open-store.js';
import type {Places} from '../places.js';
import {changedData} from './changed-data.js';
import {changedFiles} from './changed-files.js';
import {isBelow} from './is-below.js';
import {judgeRows} from './judge-rows.js';
import {noVerdict} from './no-scores.js';
import {reproductionOf} from './reproduction-of.js';

export type Wanted = {
  /** Files and folders; none stands for all rows that are stored. */
  readonly paths: readonly string[];
  /** The row that all are compared with, in place of each one's parent. */
  readonly against?: string;
};

/** Rows as the board shows them, and the files, as they are shown, that have mistakes and so no row. */
export type FoundRows = {readonly rows: readonly BoardRow[]; readonly leftOut: readonly string[]};

/** The rows that are wanted, judged among each other. Throws a UserError for a path or a row that there is not. */
export async function findRows({paths, against}: Wanted, places: Places, store: Store | undefined): Promise<FoundRows> {
  const stored = store?.boardRows() ?? [];
  const asked = paths.length > 0 ? stored.filter(row => paths.some(given => isBelow(row, given, places))) : stored;
  ensureKnown(against, stored);
  const {rows: notRun, leftOut} = await readNotRun(paths, stored, places);
  const verdicts = judgeRows(asked, {stored, against, answers: store?.rowAnswers() ?? new Map()});
  const fresh = await findFreshness(asked, store, places);
  const rows = [...asked, ...notRun].map(row => completeRow(row, verdicts.get(row.name) ?? noVerdict, fresh));
  return {rows, leftOut};
}

function ensureKnown(against: string | undefined, stored: readonly StoredBoardRow[]): void {
  if (against !== undefined && !stored.some(({name}) => name === against)) {
    throw errors.unknownRow('--against', against, suggest(against, stored.map(({name}) => name)));
  }
}

async function readNotRun(paths: readonly string[], stored: readonly StoredBoardRow[], places: Places) {
  if (paths.length === 0) {
    return {rows: [], leftOut: []};
  }

  // Loaded only here: without paths no YAML is read.
  const {notRunRows} = await import('./not-run-rows.js');
  return notRunRows(paths, stored, places);
}

type Freshness = {readonly files: ReadonlySet<string>; readonly splits: ReadonlySet<string>};

async function findFreshness(rows: readonly StoredBoardRow[], store: Store | undefined, places: Places): Promise<Freshness> {
  if (!store) {
    return {files: new Set(), splits: new Set()};
  }

  const withResults = new Set(rows.filter(({last}) => last !== null).map(({name}) => name));
  return {
    files: await changedFiles(store.rowSources().filter(({name}) => withResults.has(name)), places),
    splits: await changedData(store.boardSplits(), store, places),
  };
}

function completeRow(row: StoredBoardRow, verdict: RowVerdict, {files, splits}: Freshness): BoardRow {
  return {
    ...row,
    ...verdict,
    changed: countThings(row.changes),
    reproduction: reproductionOf(row, verdict),
    file_changed: files.has(row.name),
    data_changed: row.split_id !== null && splits.has(row.split_id),
    reading: null,
  };
}
