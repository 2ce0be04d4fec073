import chalk from 'chalk';
import type {RunRow} from '../../domain/run-row.js';
import {fitColumns} from '../fit-columns.js';
import {layoutTable} from '../layout-table.js';
import {problemLines} from '../problem-lines.js';
import {wrapText} from '../wrap-text.js';
import {boardNotes} from './board-notes.js';
import type {BoardView} from './board-view.js';

type KeyedColumn = {readonly key: string; readonly title: string};

// A board is for its scores.
const mostReasons = 5;

/** The leaderboard for a terminal of `width` characters, with what its scores rest on below it, and why runs of its rows failed. */
export function boardTable(view: BoardView, width: number, failed: readonly RunRow[] = []): string {
  if (view.rows.length === 0) {
    return view.all === 0 ? 'No row here yet.' : `None of ${view.all} rows for which this holds.`;
  }

  const rows = view.groups.flatMap(group => group.rows);
  const columns = view.columns.map(({text, ...column}) => ({...column, cells: rows.map(row => text(row))}));
  const shown = fitColumns(columns, width);
  const [titles, ...lines] = layoutTable(shown, width, chalk.bold);
  return [
    titles,
    ...withHeadings(view, lines),
    '',
    ...[...boardNotes(view, shown.map(({key}) => key)), ...leftOut(columns, shown)]
      .flatMap(note => wrapText(note, width, '', '  '))
      .map(line => chalk.dim(line)),
    ...reasonsOf(failed),
  ].join('\n');
}

function withHeadings({groups}: BoardView, lines: readonly string[]): string[] {
  let from = 0;
  return groups.flatMap(({heading, rows}) => {
    const of = lines.slice(from, from + rows.length);
    from += rows.length;
    return heading === '' ? of : ['', chalk.italic(heading), ...of];
  });
}

function leftOut(columns: readonly KeyedColumn[], shown: readonly KeyedColumn[]): string[] {
  const titles = new Set(shown.map(({key}) => key));
  const gone = columns.filter(({key}) => !titles.has(key)).map(({title}) => title);
  return gone.length > 0 ? [`no room for: ${gone.join(', ')}. \`--columns\` chooses, \`--csv\` has all.`] : [];
}

function reasonsOf(failed: readonly RunRow[]): string[] {
  const more = failed.length - mostReasons;
  return [...failed.slice(0, mostReasons).flatMap(row => problemLines(row)), ...more > 0 ? ['', `… and ${more} more: \`ablate status\` lists them.`] : []];
}
