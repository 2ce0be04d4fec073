import type {BoardRow} from '../../domain/board-row.js';
import {printableLine} from '../../errors.js';
import type {BoardColumn} from './board-columns.js';
import {chooseColumns, type ChosenColumns} from './choose-columns.js';
import {groupRows, type Grouping, type RowGroup} from './group-rows.js';

/** A leaderboard that is ready to be written, in whatever form. */
export type BoardView = {
  readonly rows: readonly BoardRow[];
  /** One with an empty heading where rows need none. */
  readonly groups: readonly RowGroup[];
  readonly columns: readonly BoardColumn[];
  readonly alike: ChosenColumns['alike'];
  /** What is to be known of the data that scores rest on, a sentence each. */
  readonly dataNotes: readonly string[];
  /** How many comparisons the verdicts are corrected for, shown or not. */
  readonly comparisons: number;
  /** How many rows there were to choose from. */
  readonly all: number;
};

export type BoardWishes = {
  readonly columns?: string;
  readonly group: Grouping;
  /** The row that all are compared with, in place of each one's parent. */
  readonly against?: string;
  readonly dataNotes?: readonly string[];
  /** @default those of the rows */
  readonly comparisons?: number;
  /** @default that of the rows */
  readonly all?: number;
};

/** Chooses columns and groups of rows that are in order. Throws a UserError for a column that there is not. */
export function boardView(rows: readonly BoardRow[], wishes: BoardWishes): BoardView {
  const {columns: wish, group, against} = wishes;
  const {columns, alike} = chooseColumns(rows, wish);
  const titled = columns.map(column => column.key === 'verdict' && against !== undefined ? {...column, title: `against ${against}`} : column);
  const groups = groupRows(rows, group).map(({heading, rows: of}) => ({heading: printableLine(heading), rows: of}));
  // What all rows have in common the notes say.
  const isPlain = group === 'comparable' && groups.length === 1;
  return {
    rows,
    groups: isPlain ? groups.map(({rows: of}) => ({heading: '', rows: of})) : groups,
    // Names of rows, files and folders are anybody's.
    columns: titled.map(column => ({...column, text: row => printableLine(column.text(row))})),
    alike,
    dataNotes: (wishes.dataNotes ?? []).map(note => printableLine(note)),
    comparisons: wishes.comparisons ?? rows.filter(({p}) => p !== null).length,
    all: wishes.all ?? rows.length,
  };
}
