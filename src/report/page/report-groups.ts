import type {BoardRow} from '../../domain/board-row.js';
import {boardView, type BoardView} from '../board/board-view.js';
import type {RowGroup} from '../board/group-rows.js';

/** The leaderboard as it stands in a report: in groups of rows that can be compared. */
export function reportBoard(rows: readonly BoardRow[], dataNotes: readonly string[] = []): BoardView {
  return boardView(rows, {group: 'comparable', dataNotes});
}

/** Its groups alone; one with an empty heading where rows need none. */
export function reportGroups(rows: readonly BoardRow[]): readonly RowGroup[] {
  return reportBoard(rows).groups;
}
