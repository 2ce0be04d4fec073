import type {BoardRow} from '../../domain/board-row.js';
import {boardNotes} from './board-notes.js';
import type {BoardColumn} from './board-columns.js';
import type {BoardView} from './board-view.js';
import {wordsOf} from './choose-columns.js';
import type {RowGroup} from './group-rows.js';

// What a paper says in its text, or not at all.
const leftOut = new Set(['engine', 'seconds', 'settling', 'cross_fitted', 'status']);

// Longer texts are broken within their column.
const longText = 40;

/**
The leaderboard as a LaTeX table (booktabs, array), to be taken into a paper with \\input: rows that have a result, groups under a heading, and
what columns and marks mean as comments above it, for the caption. `wish` is what `--columns` said.
*/
export function boardLatex(view: BoardView, wish: string | undefined): string {
  const columns = columnsFor(view, wish);
  const groups = view.groups
    .map(({heading, rows}) => ({heading, rows: rows.filter(({last}) => last !== null)}))
    .filter(({rows}) => rows.length > 0);
  const shown = groups.flatMap(({rows}) => rows);
  const notes = [...boardNotes({...view, rows: shown}, columns.map(({key}) => key)), ...withoutResult(view.rows.length - shown.length)];
  return [
    String.raw`% In the preamble: \usepackage{booktabs,array}`,
    ...notes.map(note => `% ${note}`),
    String.raw`\begin{tabular}{@{}${columns.map(column => alignment(column, shown)).join('')}@{}}`,
    String.raw`\toprule`,
    line(columns.map(({title}) => escape(title))),
    String.raw`\midrule`,
    ...groups.flatMap((group, place) => linesOf(group, columns, place > 0)),
    String.raw`\bottomrule`,
    String.raw`\end{tabular}`,
    '',
  ].join('\n');
}

function columnsFor({columns}: BoardView, wish: string | undefined): readonly BoardColumn[] {
  const words = wordsOf(wish);
  // A list of its own says what stands in the paper; what was added to the usual columns does too.
  const isOwn = words.some(word => !/^[+\-]/v.test(word));
  return isOwn ? columns : columns.filter(({key}) => !leftOut.has(key) || words.includes(`+${key}`));
}

function withoutResult(count: number): string[] {
  return count === 0 ? [] : [`left out: ${count} ${count === 1 ? 'row' : 'rows'} without a result`];
}

function linesOf({heading, rows}: RowGroup, columns: readonly BoardColumn[], isLater: boolean): string[] {
  return [
    ...isLater ? [String.raw`\addlinespace`] : [],
    ...heading === '' ? [] : [String.raw`\multicolumn{${columns.length}}{@{}l@{}}{\emph{${escape(heading)}}} \\`],
    ...rows.map(row => line(columns.map(({text}) => figure(text(row))))),
  ];
}

function alignment({align, text}: BoardColumn, rows: readonly BoardRow[]): string {
  if (align === 'right') {
    return 'r';
  }

  return rows.some(row => text(row).length > longText) ? String.raw`>{\raggedright\arraybackslash}p{4.5cm}` : 'l';
}

function line(cells: readonly string[]): string {
  return String.raw`${cells.join(' & ')} \\`;
}

/** A cell; the minus before a number is set as one. */
function figure(text: string): string {
  return escape(text).replaceAll('−', '$-$');
}

const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '<': String.raw`\textless{}`,
  '>': String.raw`\textgreater{}`,
  '→': String.raw`$\rightarrow$`,
  '†': String.raw`\textsuperscript{\dag}`,
  '*': String.raw`\textsuperscript{*}`,
  '–': '--',
  '…': String.raw`\ldots{}`,
  '|': String.raw`\textbar{}`,
};

function escape(text: string): string {
  return text.replaceAll(/[\\~^<>→†*–…\|]|[&%$#_\{\}]/gv, character => escapes[character] ?? `\\${character}`);
}
