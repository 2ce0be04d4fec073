import type {BoardRow} from '../../domain/board-row.js';
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
};

export type BoardWishes = {
  readonly columns?: string;
  readonly group: Grouping;
  /** The row that all are compared with, in place of each one's parent. */
  readonly against?: string;
  readonly dataNotes?: readonly string[];
};

/** Chooses columns and groups of rows that are in order. Throws a UserError for a column that there is not. */
export function boardView(rows: readonly BoardRow[], {columns: wish, group, against, dataNotes = []}: BoardWishes): BoardView {
  const {columns, alike} = chooseColumns(rows, wish);
  const titled = against === undefined ? columns : columns.map(column => column.key === 'verdict' ? {...column, title: `against ${against}`} : column);
  const groups = groupRows(rows, group);
  // What all rows have in common the notes say.
  const isPlain = group === 'comparable' && groups.length === 1;
  return {rows, groups: isPlain ? groups.map(({rows: of}) => ({heading: '', rows: of})) : groups, columns: titled, alike, dataNotes};
}
