import type {BoardRow} from '../../domain/board-row.js';
import {boardColumns, type BoardColumn} from '../board/board-columns.js';
import {boardNotes} from '../board/board-notes.js';
import type {BoardView} from '../board/board-view.js';
import {markup, type Html} from './markup.js';
import {prose} from './prose.js';
import type {ReportData} from './report-data.js';
import {reportBoard} from './report-groups.js';
import {rowId} from './row-id.js';

// What the terminal leaves out first, too: beyond them the columns are too many for a screen of 1280 pixels.
const leastShown = 9;

/** The leaderboard: a table whose columns sort it and can be hidden, in groups of rows that can be compared. */
export function boardSection({board, dataNotes, rows}: ReportData): Html {
  const view = reportBoard(board, dataNotes);
  const columns = scoresFirst(boardColumns.filter(column => board.some(row => column.text(row) !== '')));
  const shown = new Set(view.columns.filter(({priority}) => priority <= leastShown).map(({key}) => key));
  const withRuns = new Set(rows.map(({row}) => row.name));
  return markup`<section id="leaderboard" aria-labelledby="leaderboard-title">
<h2 id="leaderboard-title">Leaderboard</h2>
<div class="controls" hidden>
<label>Filter <input id="filter" type="search" placeholder="a name, a change, better …"></label>
<details class="columns"><summary>Columns</summary><fieldset><legend>Shown columns</legend>${columns.slice(1).map(({key, title}) =>
  markup`<label data-key="${key}"><input type="checkbox" data-column="${key}"${shown.has(key) ? markup` checked` : undefined}> ${title}</label>`)}</fieldset></details>
<p id="count" role="status" data-kept></p>
</div>
<div class="scroll" role="region" aria-labelledby="leaderboard-title" tabindex="0">
<table id="board"><thead><tr>${columns.map(column => headOf(column, shown))}</tr></thead>
${view.groups.map(({heading, rows: of}) => markup`<tbody>${heading === '' ? undefined : markup`<tr class="group"><th scope="rowgroup" colspan="${columns.length}"><span>${heading}</span></th></tr>`}${
  of.map(row => lineOf(row, columns, {shown, withRuns}))}</tbody>`)}
</table></div>
<ul class="notes">${noteItems(view, columns, shown)}</ul>
</section>`;
}

/** On a narrow screen what stands first is seen without scrolling. */
function scoresFirst(columns: readonly BoardColumn[]): BoardColumn[] {
  const rank = ({key}: BoardColumn) => key === 'name' ? 0 : (['last', 'interval', 'verdict', 'difference'].includes(key) ? 1 : 2);
  return columns.toSorted((left, right) => rank(left) - rank(right));
}

function headOf({key, title, align}: BoardColumn, shown: ReadonlySet<string>): Html {
  const sorted = key === 'last' ? markup` aria-sort="descending"` : undefined;
  return markup`<th scope="col" class="${align}" data-column="${key}"${sorted}${shown.has(key) ? undefined : markup` hidden`}><button type="button">${title}</button></th>`;
}

/** Those on a column that is left out at first come with it. */
function noteItems(view: BoardView, columns: readonly BoardColumn[], shown: ReadonlySet<string>): Html[] {
  const always = boardNotes(view, [...shown]);
  const more = columns.filter(({key}) => !shown.has(key)).flatMap(({key}) =>
    boardNotes(view, [...shown, key]).filter(note => !always.includes(note)).map(note => ({key, note})));
  return [
    ...always.map(note => markup`<li>${prose(note)}</li>`),
    ...more.map(({key, note}) => markup`<li data-column="${key}" hidden>${prose(note)}</li>`),
  ];
}

type Known = {readonly shown: ReadonlySet<string>; readonly withRuns: ReadonlySet<string>};

function lineOf(row: BoardRow, columns: readonly BoardColumn[], {shown, withRuns}: Known): Html {
  return markup`<tr data-key="${row.name}">${columns.map(column => {
    const text = column.text(row);
    if (column.key === 'name') {
      return markup`<th scope="row">${withRuns.has(row.name) ? markup`<a href="#${rowId(row.name)}">${text}</a>` : text}</th>`;
    }

    const value = valueOf(row, column);
    const sort = value === undefined ? undefined : markup` data-value="${value}"`;
    const kind = column.key === 'verdict' ? ` verdict-${(row.verdict ?? 'none').replaceAll(' ', '-')}` : '';
    return markup`<td class="${column.align}${kind}" data-column="${column.key}"${sort}${shown.has(column.key) ? undefined : markup` hidden`}>${text}</td>`;
  })}</tr>`;
}

/** What a column is sorted by, where that is a number. */
function valueOf(row: BoardRow, {key, keys}: BoardColumn): number | undefined {
  const value = row[keys?.[0] ?? key as keyof BoardRow];
  return typeof value === 'number' ? value : undefined;
}
