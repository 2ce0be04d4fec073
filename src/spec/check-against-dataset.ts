import {checkClassWeight} from './check-class-weight.js';
import {checkNetwork} from './check-network.js';
import {checkScheduleSteps} from './check-schedule.js';
import {checkSplit} from './check-split.js';
import type {DatasetFacts} from './dataset-facts.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {Checkable} from './read-rows.js';

/**
The mistakes that show only beside the data: the network's outputs, the classes that have weights, the parts of the split, a
batch larger than the training set, and what a schedule puts behind the last step.
*/
export function checkAgainstDataset({config, tree, wrong}: Checkable, facts: DatasetFacts): SpecProblem[] {
  const isRight = (...keys: string[]) => keys.every(key => !wrong.has(key));
  const training = facts.classes.reduce((sum, one) => sum + one.training, 0);
  const problems = [
    ...(isRight('model', 'image_size') ? checkNetwork(config, tree, facts.classes.length) : []),
    ...(isRight('class_weight') ? checkClassWeight(config, tree, facts) : []),
    ...(isRight('split') ? checkSplit(config, tree, facts) : []),
    ...(isRight('split', 'batch_size') ? checkBatchSize(config.batch_size, tree, facts.name, training) : []),
    ...(isRight('split', 'batch_size', 'steps_per_epoch') ? checkSteps(config, tree, training) : []),
    ...(isRight('split', 'batch_size', 'schedule', 'epochs', 'steps_per_epoch') ? checkScheduleSteps(config, tree, stepsOf(config, training)) : []),
  ];
  return problems.map(problem => ({...problem, rows: [tree.place.source.label]}));
}

function checkBatchSize(batchSize: number, tree: Checkable['tree'], name: string, training: number): SpecProblem[] {
  const message = `${batchSize} is more than the ${training} training photos of ${name}.`;
  return batchSize > training && training > 0 ? [{key: 'batch_size', message, place: placeAt(tree, ['batch_size'])}] : [];
}

function checkSteps({steps_per_epoch: steps, batch_size: batchSize}: Checkable['config'], tree: Checkable['tree'], training: number): SpecProblem[] {
  const all = Math.ceil(training / batchSize);
  if (steps === undefined || steps <= all || training === 0) {
    return [];
  }

  const message = `${steps} is more than the ${all} batches of ${batchSize} that all ${training} training photos make. Leave it away to take all of them.`;
  return [{key: 'steps_per_epoch', message, place: placeAt(tree, ['steps_per_epoch'])}];
}

function stepsOf({steps_per_epoch: steps, batch_size: batchSize}: Checkable['config'], training: number): number {
  return steps ?? Math.ceil(training / batchSize);
}
