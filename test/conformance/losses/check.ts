import tf from '../../../src/engine/tfjs.js';
import {categoricalCrossentropy} from '../../../src/training/categorical-crossentropy.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestDifferenceToPeak} from '../differences.js';
import {compareFit, type Fit} from '../network.js';
import type {Finding, Subject} from '../subject.js';

type Value = {
  readonly title: string;
  readonly labelSmoothing: number;
  readonly classWeights: number[] | null;
  readonly logits: RecordedArray;
  /** The class of each picture. */
  readonly labels: RecordedArray;
  readonly loss: number;
  readonly gradient: RecordedArray;
};

type Answers = {readonly values: readonly Value[]; readonly fits: Readonly<Record<string, Fit>>};

/** Categorical cross-entropy with smoothed labels and weighted classes: its value, its gradient, and histories of trainings with it. */
export const losses: Subject<Answers> = {
  name: 'losses',
  async check({values, fits}) {
    const findings = values.map(value => compareValue(value));
    for (const [title, fit] of Object.entries(fits)) {
      findings.push(...await compareFit(title, fit));
    }

    return findings;
  },
};

function compareValue({title, labelSmoothing, classWeights, logits, labels, loss, gradient}: Value): Finding {
  const classes = logits.shape[1]!;
  const [ownLoss, ownGradient] = tf.tidy(() => {
    const oneHot = tf.oneHot([...valuesOf(labels)], classes).toFloat() as tf.Tensor2D;
    const options = {labelSmoothing, classWeights: classWeights ?? undefined};
    const lossOf = (given: tf.Tensor2D) => categoricalCrossentropy(given, oneHot, options).loss;
    const {value, grad} = tf.valueAndGrad(lossOf)(tf.tensor2d(valuesOf(logits), [logits.shape[0]!, classes]));
    return [value.dataSync(), grad.dataSync()];
  });
  return {
    what: `${title}, label_smoothing ${labelSmoothing}${classWeights ? `, class weights ${classWeights.join(' ')}` : ''}: loss, gradient`,
    measure: 'relative to the largest',
    difference: Math.max(largestDifferenceToPeak(ownLoss, [loss]), largestDifferenceToPeak(ownGradient, valuesOf(gradient))),
    bar: 1e-5,
  };
}
