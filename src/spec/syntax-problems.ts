import type {Document, YAMLError} from 'yaml';
import {describeSyntax} from './describe-syntax.js';
import {limits} from './limits.js';
import type {SpecProblem} from './problem.js';
import type {Source} from './source.js';

/** What is not YAML in a text: keys that stand twice, and the first other mistake. */
export function syntaxProblems(document: Document.Parsed, source: Source): SpecProblem[] {
  return toldOf(document.errors).slice(0, limits.problems).map(error => {
    const {message, start = error.pos[0], end = error.pos[1]} = describeSyntax({error, document, source});
    return {key: '', message, place: {source, start, end}};
  });
}

// Behind a mistake the parser misunderstands what is right, but a key that stands twice confuses nothing.
function toldOf(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.findIndex(({code}) => code !== 'DUPLICATE_KEY');
  return first === -1 ? errors : errors.slice(0, first + 1);
}
