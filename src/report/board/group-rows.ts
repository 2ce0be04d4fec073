import type {BoardRow} from '../../domain/board-row.js';
import {textOfKey, type BoardKey} from './select-rows.js';

/** Rows that stand together, under a heading. */
export type RowGroup = {readonly heading: string; readonly rows: readonly BoardRow[]};

/** What rows are grouped by: a key, whether they can be compared, or nothing. */
export type Grouping = BoardKey | 'comparable' | 'none';

/** Rows in groups, in the order of their first rows; what was not run, and what others published, comes last. */
export function groupRows(rows: readonly BoardRow[], by: Grouping): readonly RowGroup[] {
  if (by === 'none') {
    return [{heading: '', rows}];
  }

  const headingOf = by === 'comparable' ? comparableHeadings(rows) : (row: BoardRow) => `${by.replaceAll('_', ' ')} ${textOfKey(row, by) || '–'}`;
  const groups = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const heading = headingOf(row);
    groups.set(heading, [...groups.get(heading) ?? [], row]);
  }

  return [...groups].map(([heading, of]) => ({heading, rows: of})).toSorted((one, other) => rank(one, by) - rank(other, by));
}

function rank({rows: [first]}: RowGroup, by: Grouping): number {
  return by === 'comparable' ? ['not run', 'published'].indexOf(first!.status) + 1 : 0;
}

/** Says what makes rows comparable: which pictures, and what the network is shown of them. */
function comparableHeadings(rows: readonly BoardRow[]): (row: BoardRow) => string {
  const pictures = (row: BoardRow) => `${row.validation_pictures} validation pictures of ${row.dataset}`;
  const splits = new Map<string, Set<string | null>>();
  for (const row of rows) {
    splits.set(pictures(row), (splits.get(pictures(row)) ?? new Set()).add(row.split_id));
  }

  return row => {
    if (row.status === 'not run') {
      return 'not run';
    }

    if (row.status === 'published') {
      return 'published histories';
    }

    const split = splits.get(pictures(row))!.size > 1 ? ` (split ${row.split_id?.slice(0, 8)})` : '';
    return `${pictures(row)}${split}, ${row.image_size}x${row.image_size} ${row.interpolation}, preprocess ${row.preprocess}`;
  };
}
