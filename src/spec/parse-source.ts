import {Composer, type CST, type Document, YAMLParseError} from 'yaml';
import {checkDirective} from './check-directive.js';
import {checkText} from './check-text.js';
import {locateNode} from './locate-node.js';
import type {SpecProblem} from './problem.js';
import type {Located, Source} from './source.js';
import {readTokens} from './read-tokens.js';
import {syntaxProblems} from './syntax-problems.js';

/** What a YAML text holds, or what is wrong with it: that it is no YAML, or is more than an experiment may be. Fills in the source's lines. */
export function parseSource(source: Source): {readonly node?: Located; readonly problems: readonly SpecProblem[]} {
  const {tokens, problems: excess} = readTokens(source);
  const unusable = [checkText(source), excess].find(problems => problems.length > 0);
  if (unusable) {
    return {problems: unusable};
  }

  const document = composeDocument(tokens, source.text);
  const mistakes = [...checkDirective(document, source), ...syntaxProblems(document, source)];
  if (mistakes.length > 0) {
    return {problems: mistakes};
  }

  const {node, problems} = locateNode(document, source);
  return problems.length > 0 ? {problems} : {node, problems};
}

/** The one document of a text, as yaml's own `parseDocument` makes it, which would go through the text once more for its tokens. */
function composeDocument(tokens: readonly CST.Token[], text: string): Document.Parsed {
  const [document, ...others] = new Composer({prettyErrors: false}).compose(tokens, true, text.length);
  for (const {range: [start, end]} of others.slice(0, 1)) {
    document!.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'));
  }

  return document!;
}
