import {Lexer, Parser, type CST} from 'yaml';
import {limits} from './limits.js';
import type {SpecProblem} from './problem.js';
import type {Source} from './source.js';

/**
The parser's tokens of a text, or that it is nested deeper or has more values than an experiment may: what makes a document of them needs
stack for each level, and for each key the time that all keys beside it take. Fills in the source's lines.
*/
export function readTokens(source: Source): {readonly tokens: readonly CST.Token[]; readonly problems: readonly SpecProblem[]} {
  source.lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  const parser = new Parser(start => {
    source.lines.addNewLine(start);
  });
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme));
    if (isTooDeep(parser.stack)) {
      const place = {source, start: parser.offset, end: parser.offset + 1};
      const message = `maps and lists stand within each other more than ${limits.depth} deep. Take some of them away.`;
      return {tokens, problems: [{key: '', message, place}]};
    }
  }

  tokens.push(...parser.end());
  return {tokens, problems: checkCount(tokens, source)};
}

// Asked at each token, so first what takes no time.
function isTooDeep(open: readonly CST.Token[]): boolean {
  return open.length > limits.depth && open.filter(token => isCollection(token)).length > limits.depth;
}

function checkCount(tokens: readonly CST.Token[], source: Source): SpecProblem[] {
  let values = 0;
  const waiting = tokens.toReversed();
  for (let token = waiting.pop(); token; token = waiting.pop()) {
    values++;
    if (values > limits.values) {
      const start = 'offset' in token ? token.offset : 0;
      const message = `the file has more than ${limits.values} keys and values. Check that it is the file you meant.`;
      return [{key: '', message, place: {source, start, end: start + 1}}];
    }

    waiting.push(...childrenOf(token).toReversed());
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
