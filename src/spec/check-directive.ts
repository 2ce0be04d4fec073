import type {Document} from 'yaml';
import type {SpecProblem} from './problem.js';
import type {Source} from './source.js';

/** That a file asks for another YAML than every other experiment is read as: in 1.1 `no` is false and 1:20 is 80. */
export function checkDirective({directives}: Document.Parsed, source: Source): SpecProblem[] {
  const {version} = directives.yaml;
  if (version === '1.2') {
    return [];
  }

  const [written = ''] = /^%YAML.*$/mv.exec(source.text) ?? [];
  const start = source.text.indexOf(written);
  return [{key: '', message: `experiments are YAML 1.2: take \`${written}\` away.`, place: {source, start, end: start + written.length}}];
}
