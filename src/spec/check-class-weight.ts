import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {DatasetFacts} from './dataset-facts.js';
import {keyPlaceAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';
import {suggest} from './suggest.js';

/** Whether every class that has a weight is one of the data set's, and whether any of them counts. */
export function checkClassWeight({class_weight: weights}: ExperimentConfig, tree: LocatedMap, {name, classes}: DatasetFacts): SpecProblem[] {
  const known = classes.map(one => one.name);
  const given = typeof weights === 'object' ? Object.keys(weights) : [];
  const unknown = given.filter(one => !known.includes(one)).map(one => {
    const path = ['class_weight', one];
    const meant = suggest(one, known) || ` Its classes: ${known.join(', ')}.`;
    return {key: path.join('.'), message: `${name} has no class "${one}".${meant}`, place: keyPlaceAt(tree, path)};
  });
  return [...unknown, ...(typeof weights === 'object' && known.every(one => weights[one] === 0) ? [nothingCounts(tree)] : [])];
}

function nothingCounts(tree: LocatedMap): SpecProblem {
  const message = 'every class has a weight of 0, so that the loss would be 0 and nothing would be learnt. Give one of them a weight.';
  return {key: 'class_weight', message, place: keyPlaceAt(tree, ['class_weight'])};
}
