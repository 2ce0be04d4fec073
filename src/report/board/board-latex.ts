import {boardNotes} from './board-notes.js';
import type {BoardColumn} from './board-columns.js';
import type {BoardView} from './board-view.js';

// What a paper says in its text, or not at all.
const leftOut = new Set(['engine', 'seconds', 'settling', 'features']);

// Longer texts are broken within their column.
const longText = 40;

/**
The leaderboard as a LaTeX table (booktabs, array), to be taken into a paper with \input: groups under a rule, and what columns and marks mean
as comments above it, for the caption.
*/
export function boardLatex(view: BoardView, {isChosen}: {readonly isChosen: boolean}): string {
  const columns = isChosen ? view.columns : view.columns.filter(({key}) => !leftOut.has(key));
  const groups = view.groups.flatMap(({heading, rows}, place) => [
    ...place > 0 ? [String.raw`\addlinespace`] : [],
    ...heading === '' ? [] : [String.raw`\multicolumn{${columns.length}}{@{}l@{}}{\emph{${escape(heading)}}} \\`],
    ...rows.map(row => line(columns.map(({text}) => figure(text(row))))),
  ]);
  return [
    String.raw`% In the preamble: \usepackage{booktabs,array}`,
    ...boardNotes(view, columns.map(({key}) => key)).map(note => `% ${note}`),
    String.raw`\begin{tabular}{@{}${columns.map(column => alignment(column, view)).join('')}@{}}`,
    String.raw`\toprule`,
    line(columns.map(({title}) => escape(title))),
    String.raw`\midrule`,
    ...groups,
    String.raw`\bottomrule`,
    String.raw`\end{tabular}`,
    '',
  ].join('\n');
}

function alignment({align, text}: BoardColumn, {rows}: BoardView): string {
  if (align === 'right') {
    return 'r';
  }

  return rows.some(row => text(row).length > longText) ? String.raw`>{\raggedright\arraybackslash}p{5cm}` : 'l';
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
};

function escape(text: string): string {
  return text.replaceAll(/[\\~^<>→†*–…]|[&%$#_\{\}]/gv, character => escapes[character] ?? `\\${character}`);
}
