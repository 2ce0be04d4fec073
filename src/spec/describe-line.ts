import {lineAbove, lineAt, type Line} from './source-lines.js';
import type {DescribedMistake, SyntaxMistake} from './syntax-mistake.js';

/** What is wrong with a line that the parser took for the middle of a key or of a value: its indentation, or its colon. */
export function describeMisplacedLine(mistake: SyntaxMistake): DescribedMistake {
  const {source, error: {pos: [start]}} = mistake;
  const line = lineAt(source, start);
  const last = lastLineOfKey(mistake);
  if (last && last.indent > line.indent) {
    return tooDeep(line, last);
  }

  const lead = line.text.slice(0, start - line.start);
  const content = line.text.slice(start - line.start);
  if (/^\s*-\s/v.test(content)) {
    return describeOtherColumn(mistake);
  }

  return /^[\s\-]*$/v.test(lead) ? withoutColon(content, line, start) : secondColon(lead);
}

/** A line that begins beside none of those above it. */
export function describeOtherColumn({source, error: {pos: [at]}}: SyntaxMistake): DescribedMistake {
  const line = lineAt(source, at);
  const above = lineAbove(source, line);
  if (isItem(above) && !isItem(line) && above?.indent === line.indent) {
    return {message: `"- " is missing: line ${line.number} stands beside the list item of line ${above.number}.`, ...contentOf(line)};
  }

  const what = isItem(line) ? 'the items of one list' : 'the keys of one map';
  return {message: `line ${line.number} begins in another column than the lines that it belongs to: ${what} begin in the same column.`, ...contentOf(line)};
}

// Where a value goes on below, the parser takes both lines for one key that is too long.
function lastLineOfKey({source, document, error}: SyntaxMistake): Line | undefined {
  const ofKey = document.errors.find(({code, pos}) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0]);
  return ofKey && lineAt(source, ofKey.pos[1]);
}

function tooDeep(line: Line, deeper: Line): DescribedMistake {
  const deep = `line ${deeper.number} is indented deeper than line ${line.number}`;
  const [, word] = /^[\s\-]*([\w.]+)\s*$/v.exec(line.text) ?? [];
  if (word !== undefined && !isItem(deeper)) {
    return {message: `${deep}, which has no colon: write \`${word}:\` if it belongs below it, or begin both in the same column.`, ...contentOf(deeper)};
  }

  const what = isItem(deeper) ? 'the items of one list' : 'the keys of one map';
  return {message: `${deep}: ${what} begin in the same column.`, ...contentOf(deeper)};
}

type Form = {readonly pattern: RegExp; readonly say: (...parts: string[]) => string};

// What stands where `key: value` should, the closest first.
const forms: readonly Form[] = [
  {pattern: /^(?:<{7}|={7}|>{7})/v, say: () => 'a merge left its marks here: keep one of the two versions, and take the lines <<<<<<<, ======= and >>>>>>> away.'},
  {pattern: /^-(?<item>\S.*)/v, say: item => `write a space after the dash: \`- ${item}\`.`},
  {pattern: /^(?<key>[\w.\-]+):(?<value>\S.*)/v, say: (key, value) => `write a space after the colon: \`${key}: ${value}\`.`},
  {pattern: /^(?<key>[\w.\-]+)\s*=\s*(?<value>\S.*)/v, say: (key, value) => `a colon stands between a key and its value: \`${key}: ${value}\`.`},
  {pattern: /^(?<key>[\w.\-]+)\s+(?<value>\S.*)/v, say: (key, value) => `the colon behind "${key}" is missing: \`${key}: ${value}\`.`},
  {pattern: /^(?<key>[\w.\-]+)$/v, say: key => `the colon behind "${key}" is missing: \`${key}: …\`.`},
];

function withoutColon(content: string, line: Line, start: number): DescribedMistake {
  const end = line.start + line.text.length;
  for (const {pattern, say} of forms) {
    const found = pattern.exec(content.trimEnd());
    if (found) {
      return {message: say(...found.slice(1)), start, end};
    }
  }

  return {message: `line ${line.number} is neither a key with its value nor an item of a list: write \`key: value\`, or take it away.`, start, end};
}

// `- dense {units: 6, activation: relu}` reads as text with two colons.
function secondColon(lead: string): DescribedMistake {
  // Of a line without end only the last part: the pattern begins anew at each character.
  const [, word] = /([\w.]+)\s+\{[^\}]*$/v.exec(lead.slice(-500)) ?? [];
  const message = word === undefined
    ? 'a second colon stands in one value: put a text with ": " in quotes, and a map in braces: `{name: adam}`.'
    : `the colon behind "${word}" is missing: \`${word}: {…}\`.`;
  return {message};
}

function isItem(line: Line | undefined): boolean {
  return line !== undefined && /^\s*-(?:\s|$)/v.test(line.text);
}

function contentOf({start, indent, text}: Line): {readonly start: number; readonly end: number} {
  return {start: start + indent, end: start + text.length};
}
