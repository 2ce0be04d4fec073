import {parseDocument} from 'yaml';
import {checkDirective} from './check-directive.js';
import {checkExtent} from './check-extent.js';
import {checkText} from './check-text.js';
import {locateNode} from './locate-node.js';
import type {SpecProblem} from './problem.js';
import type {Located, Source} from './source.js';
import {syntaxProblems} from './syntax-problems.js';

/** What a YAML text holds, or what is wrong with it: that it is no YAML, or is more than an experiment may be. Fills in the source's lines. */
export function parseSource(source: Source): {readonly node?: Located; readonly problems: readonly SpecProblem[]} {
  const unusable = [checkText, checkExtent].map(check => check(source)).find(problems => problems.length > 0);
  if (unusable) {
    return {problems: unusable};
  }

  const document = parseDocument(source.text, {prettyErrors: false});
  const mistakes = [...checkDirective(document, source), ...syntaxProblems(document, source)];
  if (mistakes.length > 0) {
    return {problems: mistakes};
  }

  const {node, problems} = locateNode(document, source);
  return problems.length > 0 ? {problems} : {node, problems};
}
