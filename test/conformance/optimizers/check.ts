import tf from '@tensorflow/tfjs';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {createOptimizer} from '../../../src/training/create-optimizer.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestRelativeDifference} from '../differences.js';
import type {Finding, Subject} from '../subject.js';

type Answers = Readonly<Record<string, {
  readonly options: ExperimentConfig['optimizer'];
  /** `[steps, weights]`, after each step. */
  readonly weights: RecordedArray;
}>>;

/** Every optimizer with every option moves the same weights down the same gradients. */
export const optimizers: Subject<Answers> = {
  name: 'optimizers',
  check: answers => Object.entries(answers).map(([title, {options, weights}]): Finding => {
    const [steps, count] = weights.shape;
    return {
      what: `${title}: weights after each of ${steps} steps`,
      measure: 'relative',
      difference: largestRelativeDifference(follow(options, steps!, count!), valuesOf(weights)),
      bar: 1e-5,
    };
  }),
};

function follow(options: ExperimentConfig['optimizer'], steps: number, count: number): Float32Array {
  const weight = tf.variable(tf.tensor1d(Array.from({length: count}, (_, index) => Math.cos(index))));
  const optimizer = createOptimizer(options, [weight]);
  const history = new Float32Array(steps * count);
  for (let step = 1; step <= steps; step++) {
    tf.tidy(() => {
      optimizer.apply([gradientAt(step, count)]);
    });
    history.set(weight.dataSync(), (step - 1) * count);
  }

  optimizer.dispose();
  weight.dispose();
  return history;
}

/** Some large, some tiny, signs that change: ask_keras.py's own. */
function gradientAt(step: number, count: number): tf.Tensor1D {
  return tf.tensor1d(Array.from({length: count}, (_, index) => Math.sin(step * (index + 1)) * (10 ** (1 - index))));
}
