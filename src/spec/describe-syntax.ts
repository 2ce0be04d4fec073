import {isCollection, isMap, isScalar, visit, type Document, type Node, type YAMLError} from 'yaml';
import {describeMisplacedLine, describeOtherColumn} from './describe-line.js';
import {lineAt} from './source-lines.js';
import type {DescribedMistake, SyntaxMistake} from './syntax-mistake.js';

/** Says what is wrong in a text that is no YAML, and what to write instead. The parser's own words are for those who know its grammar. */
export function describeSyntax(mistake: SyntaxMistake): DescribedMistake {
  const {code, message} = mistake.error;
  const known = descriptions.find(one => one.code === code && (one.says === undefined || one.says.test(message)));
  return known?.describe(mistake) ?? {message: `not valid YAML: ${message.replace(/\.$/v, '')}.`};
}

type Description = {
  readonly code: YAMLError['code'];
  /** Tells apart what the parser gives one code. */
  readonly says?: RegExp;
  readonly describe: (mistake: SyntaxMistake) => DescribedMistake | undefined;
};

const descriptions: readonly Description[] = [
  {code: 'MULTILINE_IMPLICIT_KEY', says: /^Implicit keys need/v, describe: brokenKey},
  {code: 'BLOCK_AS_IMPLICIT_KEY', describe: describeMisplacedLine},
  {code: 'MISSING_CHAR', says: /^Implicit map keys/v, describe: describeMisplacedLine},
  {code: 'MISSING_CHAR', says: /^Missing closing/v, describe: openQuote},
  {code: 'MISSING_CHAR', says: /must end with/v, describe: openBracket},
  {code: 'MISSING_CHAR', says: /^Missing ,/v, describe: missingComma},
  {code: 'MISSING_CHAR', says: /^Comments must/v, describe: () => ({message: 'write a space before "#": only then does a comment begin.'})},
  {code: 'BAD_INDENT', says: /and end with/v, describe: openBracket},
  {code: 'BAD_INDENT', says: /^All/v, describe: describeOtherColumn},
  {code: 'TAB_AS_INDENT', describe: () => ({message: 'a tab stands where only spaces may: write spaces for it, here and on the lines below.'})},
  {code: 'DUPLICATE_KEY', describe: duplicateKey},
  {code: 'UNEXPECTED_TOKEN', says: /at node end$/v, describe: behindEnd},
  {code: 'UNEXPECTED_TOKEN', says: /flow-(?:seq|map)-end/v, describe: closesNothing},
  {code: 'UNEXPECTED_TOKEN', says: /^Unexpected ,/v, describe: () => ({message: 'a value is missing before this comma: write one, or take the comma away.'})},
  {code: 'UNEXPECTED_TOKEN', says: /block-seq-ind/v, describe: () => ({message: 'a list begins on the line below its key, each item behind a "-"; or write it in brackets: `[1, 2]`.'})},
  {code: 'UNEXPECTED_TOKEN', says: /^Block scalar header/v, describe: () => ({message: 'a text that begins with ">" or "|" must be in quotes, unless it begins on the next line.'})},
  {code: 'BLOCK_IN_FLOW', describe: blockInBrackets},
  {code: 'BAD_SCALAR_START', describe: ({error, source}) => needsQuotes(source.text[error.pos[0]]!)},
  {code: 'BAD_ALIAS', describe: ({error, source}) => needsQuotes(source.text[error.pos[0]]!)},
  {code: 'BAD_DQ_ESCAPE', describe: ({error: {message}}) => ({message: `${message.split(' ').at(-1)} means nothing in double quotes: put the text in single ones.`})},
  {code: 'MULTIPLE_DOCS', describe: () => ({message: 'one file holds one experiment: write what stands below `---` into a file of its own.'})},
];

function needsQuotes(character: string): DescribedMistake {
  return {message: `a text cannot begin with ${character}: put it in quotes.`};
}

function missingComma(): DescribedMistake {
  return {message: 'a comma is missing between two values in brackets: write it before the second.'};
}

function brokenKey(mistake: SyntaxMistake): DescribedMistake {
  const isInBrackets = nodesAround(mistake.document, mistake.error.pos[0]).some(node => isCollection(node) && node.flow);
  return isInBrackets ? missingComma() : describeMisplacedLine(mistake);
}

function blockInBrackets({error: {pos: [start]}, source}: SyntaxMistake): DescribedMistake {
  return source.text[start] === '-' ? {message: 'commas stand between the values in brackets, and no "-" before them: `[1, 2]`.'} : missingComma();
}

function openQuote({document, error, source}: SyntaxMistake): DescribedMistake | undefined {
  const text = nodesAround(document, error.pos[0]).findLast(node => isScalar(node));
  const start = text?.range?.[0];
  if (start === undefined) {
    return undefined;
  }

  return {message: `the text that begins here is never closed: write ${source.text[start]} where it ends.`, start, end: start + 1};
}

const closing: Readonly<Record<string, string>> = {'[': ']', '{': '}'};

function openBracket({document, error, source: {text}, source}: SyntaxMistake): DescribedMistake | undefined {
  const [at] = error.pos;
  const open = nodesAround(document, at).filter(node => isCollection(node) && node.flow).map(node => node.range![0]);
  const start = open.at(-1);
  if (start === undefined) {
    return undefined;
  }

  const bracket = text[start]!;
  const found = text[at] ?? '';
  if (found === closing[bracket]) {
    return {message: `"${found}" must be indented deeper than the key that its "${bracket}" belongs to (line ${lineAt(source, start).number}), or stand behind the last value.`};
  }

  if (found === ']' || found === '}') {
    return {message: `"${found}" stands where the "${bracket}" of line ${lineAt(source, start).number} must be closed: write "${closing[bracket]}".`};
  }

  // All of them lack their ends: the parser gave up at one place.
  const missing = open.toReversed().map(offset => closing[text[offset]!]).join('');
  return {message: `this "${bracket}" is never closed: write "${missing}" behind its last value.`, start, end: start + 1};
}

function closesNothing({error: {pos: [at]}, source: {text}}: SyntaxMistake): DescribedMistake {
  return {message: `"${text[at]}" closes nothing that is open: take it away, or write "${text[at] === ']' ? '[' : '{'}" where the list or map begins.`};
}

function behindEnd({error: {pos: [at]}, source: {text}}: SyntaxMistake): DescribedMistake | undefined {
  const before = text.slice(0, at).trimEnd().at(-1) ?? '';
  if (before === '"' || before === '\'') {
    return {message: `a text in quotes ends before this: put all of it in quotes${before === '"' ? '' : ', and write a \' within it twice'}.`};
  }

  return /[\]\}]/v.test(before) ? {message: 'something follows a closing bracket: write a comma between them if it is one more value, or take it away.'} : undefined;
}

function duplicateKey({document, error: {pos: [at]}, source}: SyntaxMistake): DescribedMistake | undefined {
  const keysOf = (node: Node) => isMap(node) ? node.items.map(({key}) => key).filter(key => isScalar(key)) : [];
  const siblings = nodesAround(document, at).map(node => keysOf(node)).find(keys => keys.some(key => key.range?.[0] === at)) ?? [];
  const second = siblings.find(key => key.range?.[0] === at);
  const first = siblings.find(key => key.value === second?.value);
  if (!second || !first) {
    return undefined;
  }

  const message = `the key "${String(second.value)}" stood already on line ${lineAt(source, first.range![0]).number}: keep one of the two.`;
  return {message, start: at, end: second.range![1]};
}

/** The nodes that an offset lies in or ends, from the root inwards. */
function nodesAround(document: Document.Parsed, offset: number): Node[] {
  const found: Node[] = [];
  visit(document, {
    Node(_, node) {
      const [start, valueEnd, end] = node.range ?? [0, 0, 0];
      if (start <= offset && offset <= Math.max(valueEnd, end)) {
        found.push(node);
      }
    },
  });
  return found;
}
