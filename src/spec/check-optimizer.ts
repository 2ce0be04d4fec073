import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {keyPlaceAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

const clippings = ['clipvalue', 'clipnorm', 'global_clipnorm'] as const;

/** Whether gradients are clipped in one way at most. Keras would follow one of several and say nothing of the others. */
export function checkOptimizer({optimizer}: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  const given = clippings
    .filter(key => optimizer[key] !== undefined)
    .map(key => ({key, place: keyPlaceAt(tree, ['optimizer', key])}));
  // What the row's own file says is told against what it inherits.
  const isOwn = ({place}: (typeof given)[number]) => place.source === tree.place.source;
  const [first, ...others] = [...given.filter(one => !isOwn(one)), ...given.filter(one => isOwn(one))];
  return others.map(({key, place}) => {
    const remedy = isOwn(first!) ? 'Take one of them away.' : `Take the inherited one away by \`${first!.key}: null\`.`;
    return {key: `optimizer.${key}`, message: `gradients are clipped by \`${first!.key}\` already: only one of them may be given. ${remedy}`, place};
  });
}
