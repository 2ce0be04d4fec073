import tf from '../../../src/engine/tfjs.js';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {createOptimizer} from '../../../src/training/create-optimizer.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestRelativeDifference} from '../differences.js';
import type {Finding, Subject} from '../subject.js';
import {firstWeights, gradientsAt} from './follow.js';

type Options = ExperimentConfig['optimizer'];

export type OptimizerAnswers = {
  /** Of the weights that are moved together. */
  readonly shapes: number[][];
  /** Weights are kept after each step whose number this divides. */
  readonly every: number;
  readonly cases: Readonly<Record<string, {
    readonly options: Options;
    /** `[steps / every, all values of all weights]`. */
    readonly weights: RecordedArray;
  }>>;
};

/** Every optimizer with every option moves the same weights down the same gradients. */
export const optimizers: Subject<OptimizerAnswers> = {
  name: 'optimizers',
  check: ({shapes, every, cases}) => Object.entries(cases).map(([title, {options, weights}]): Finding => {
    const steps = weights.shape[0]! * every;
    return {
      what: `${title}: weights over ${steps} steps`,
      measure: 'relative; where a weight passes through zero, of 0.01',
      difference: largestRelativeDifference(follow(options, shapes, steps, every), valuesOf(weights), 0.01),
      bar: 1e-5,
    };
  }),
};

function follow(options: Options, shapes: readonly number[][], steps: number, every: number): Float32Array {
  const weights = firstWeights(shapes);
  const optimizer = createOptimizer(options, weights);
  const history: number[] = [];
  for (let step = 1; step <= steps; step++) {
    tf.tidy(() => {
      optimizer.apply(gradientsAt(step, shapes));
    });
    if (step % every === 0) {
      history.push(...weights.flatMap(weight => [...weight.dataSync()]));
    }
  }

  optimizer.dispose();
  tf.dispose(weights);
  return Float32Array.from(history);
}
