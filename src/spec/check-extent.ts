import {Parser, type CST} from 'yaml';
import {limits} from './limits.js';
import type {SpecProblem} from './problem.js';
import type {Source} from './source.js';

type Visit = {readonly token: CST.Token; readonly depth: number};

/**
That a text is nested deeper or has more values than an experiment may, if it is. Looked at in the parser's tokens: what makes a
document of them needs stack for each level, and for each key the time that all keys beside it take. Fills in the source's lines.
*/
export function checkExtent(source: Source): SpecProblem[] {
  let values = 0;
  const parser = new Parser(start => {
    source.lines.addNewLine(start);
  });
  const waiting: Visit[] = [...parser.parse(source.text)].toReversed().map(token => ({token, depth: 0}));
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const {token, depth} = visit;
    if (depth > limits.depth) {
      return [problemAt(token, source, `maps and lists stand within each other more than ${limits.depth} deep. Take some of them away.`)];
    }

    values++;
    if (values > limits.values) {
      return [problemAt(token, source, `the file has more than ${limits.values} keys and values. Check that it is the file you meant.`)];
    }

    waiting.push(...childrenOf(token).toReversed().map(child => ({token: child, depth: isCollection(token) ? depth + 1 : depth})));
  }

  return [];
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') {
    return token.value ? [token.value] : [];
  }

  return isCollection(token)
    ? (token.items as readonly CST.CollectionItem[]).flatMap(({key, value}) => [key, value]).filter(child => child !== null && child !== undefined)
    : [];
}

function isCollection(token: CST.Token): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function problemAt(token: CST.Token, source: Source, message: string): SpecProblem {
  const start = 'offset' in token ? token.offset : 0;
  return {key: '', message, place: {source, start, end: start + 1}};
}
