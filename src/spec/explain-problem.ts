import {printable, printableLine} from '../errors.js';
import type {SpecProblem} from './problem.js';
import {shorten} from './shorten.js';
import type {Place} from './source.js';

// A window of so many characters of a line is shown, and so many before what is wrong.
const widest = 160;
const before = 60;
// Longer only where it quotes what somebody made to be long.
const longestMessage = 2000;

/** Where a problem stands, counted from 1. `line` is absent for `--set`. */
export type ExplainedProblem = {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly key: string;
  readonly message: string;
  /** The source line with the bad part underlined, as two lines; empty for `--set` and for a file without text. */
  readonly excerpt: string;
};

/** Gives a problem its line and column and the source line under it. */
export function explainProblem({key, message: what, place, extendedBy}: SpecProblem): ExplainedProblem {
  const {source} = place;
  const message = abridge(what) + inWords(extendedBy);
  if (source.path === undefined) {
    return {file: source.label, key, message, excerpt: ''};
  }

  const {line, col: column} = source.lines.linePos(place.start);
  const [atLine, atColumn] = [Math.max(line, 1), Math.max(column, 1)];
  return {file: source.label, line: atLine, column: atColumn, key, message, excerpt: excerptOf(place, atLine, atColumn)};
}

/** `file:line:column key: message`, and the excerpt below it. */
export function formatProblem({file, line, column, key, message, excerpt}: ExplainedProblem): string {
  const where = line === undefined ? file : `${file}:${line}:${column}`;
  const head = `${printableLine(where)}${key === '' ? '' : ` ${printableLine(shorten(key, widest))}`}: ${printable(message)}`;
  return excerpt === '' ? head : `${head}\n${printable(excerpt)}`;
}

/** Left out is the middle: what is wrong begins a message, and what to do ends it. */
function abridge(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage / 2)}…${message.slice(-longestMessage / 2)}` : message;
}

function inWords([first, ...others]: readonly string[] = []): string {
  const more = others.length === 0 ? '' : ` and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
  return first === undefined ? '' : ` (extended by ${first}${more})`;
}

function excerptOf({source, start, end}: Place, line: number, column: number): string {
  if (source.text === '') {
    return '';
  }

  const text = (source.text.split('\n', line)[line - 1] ?? '').replace(/\r$/v, '').replaceAll('\t', ' ');
  const {shown, at} = windowOf(text, column);
  const length = Math.max(1, Math.min(end - start, text.length - column + 1, shown.length - at));
  const gutter = String(line).padStart(5);
  return `${gutter} | ${shown}\n${' '.repeat(gutter.length)} | ${' '.repeat(at)}${'^'.repeat(length)}`;
}

/** What is shown of a long line, and where in it the column lies, from 0. */
function windowOf(text: string, column: number): {readonly shown: string; readonly at: number} {
  if (text.length <= widest) {
    return {shown: text, at: column - 1};
  }

  const from = Math.max(0, Math.min(column - 1 - before, text.length - widest));
  const cut = text.slice(from, from + widest);
  return {shown: `${from > 0 ? '…' : ''}${cut}${from + widest < text.length ? '…' : ''}`, at: column - 1 - from + (from > 0 ? 1 : 0)};
}
