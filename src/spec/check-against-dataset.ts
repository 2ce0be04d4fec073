import {checkNetwork} from './check-network.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {Row} from './read-experiments.js';

/** What a check needs to know of a data set; `training` is the number of photos that would be trained on. */
export type DatasetFacts = {readonly name: string; readonly classes: number; readonly training: number};

/** The mistakes that show only beside the data: the network's outputs, and a batch larger than the training set. */
export function checkAgainstDataset({experiment: {config}, tree}: Row, {name, classes, training}: DatasetFacts): SpecProblem[] {
  const problems = checkNetwork(config, tree, classes);
  if (config.batch_size > training) {
    problems.push({
      key: 'batch_size',
      message: `${config.batch_size} is more than the ${training} training photos of ${name}.`,
      place: placeAt(tree, ['batch_size']),
    });
  }

  return problems;
}
