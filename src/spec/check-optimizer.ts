import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';
import {remedyFor, weakestFirst} from './weakest-first.js';

const clippings = ['clipvalue', 'clipnorm', 'global_clipnorm'] as const;

/** Whether gradients are clipped in one way at most. Keras would follow one of several and say nothing of the others. */
export function checkOptimizer({optimizer}: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  const given = clippings.filter(key => optimizer[key] !== undefined);
  // What the row itself says is told against what it inherits.
  const [first, ...others] = weakestFirst(tree, 'optimizer', given);
  return others.map(other => {
    const remedy = remedyFor('optimizer', first!, other);
    const message = `gradients are clipped by \`${first!.key}\` already: only one of them may be given. ${remedy}`;
    return {key: `optimizer.${other.key}`, message, place: other.place};
  });
}
