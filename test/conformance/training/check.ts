import tf from '../../../src/engine/tfjs.js';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {buildModel} from '../../../src/model/build-model.js';
import {applyDefaults} from '../../../src/spec/apply-defaults.js';
import {experimentSchema} from '../../../src/spec/schema.js';
import {createOptimizer} from '../../../src/training/create-optimizer.js';
import {logitsOf} from '../../../src/training/logits-of.js';
import {trainStep} from '../../../src/training/train-step.js';
import type {Batch} from '../../../src/training/training-data.js';
import {completeLayers} from '../../complete-layers.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestDifference} from '../differences.js';
import {compareFit, type Fit} from '../network.js';
import type {Finding, Subject} from '../subject.js';

type Run = {
  /** Of each step. */
  readonly losses: number[];
  /** Every so many-th weight was told. */
  readonly stride: number;
  readonly weights: readonly RecordedArray[];
};

type Model1 = {
  readonly layers: readonly object[];
  readonly size: number;
  readonly classes: number;
  readonly batchSize: number;
  /** Of the pictures. */
  readonly seed: number;
  /** By the optimizer's name, with its defaults. */
  readonly runs: Readonly<Record<string, Run>>;
};

type Answers = {readonly fits: Readonly<Record<string, Fit>>; readonly model1: Model1};

/** Whole trainings: small networks through epochs and validation, and model1 of the table step by step. */
export const training: Subject<Answers> = {
  name: 'training',
  async check({fits, model1}) {
    const findings: Finding[] = [];
    for (const [title, fit] of Object.entries(fits)) {
      findings.push(...await compareFit(title, fit));
    }

    for (const [name, run] of Object.entries(model1.runs)) {
      findings.push(...await compareRun(model1, name, run));
    }

    return findings;
  },
};

async function compareRun(model1: Model1, optimizer: string, {losses, stride, weights}: Run): Promise<Finding[]> {
  const own = await trainSteps(model1, optimizer, losses.length);
  const told = own.weights.map(values => values.filter((_, place) => place % stride === 0));
  const differences = weights.map((expected, index) => largestDifference(told[index]!, valuesOf(expected)));
  const title = `model1 at ${model1.size}x${model1.size}, ${optimizer}`;
  return [
    {what: `${title}: loss at each of ${losses.length} steps`, measure: 'absolute', difference: largestDifference(own.losses, losses), bar: 1e-3},
    {what: `${title}: weights after them`, measure: 'absolute', difference: Math.max(...differences), bar: 1e-3},
  ];
}

async function trainSteps({layers, size, classes, batchSize, seed}: Model1, optimizerName: string, steps: number) {
  const model = await buildModel({layers: completeLayers(layers), imageSize: size, classes, seed: 1});
  for (const [index, weight] of model.weights.entries()) {
    weight.write(firstWeight(weight.shape as number[], index));
  }

  const options = applyDefaults({name: optimizerName}, experimentSchema.properties?.optimizer) as ExperimentConfig['optimizer'];
  const optimizer = createOptimizer(options, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  const logits = logitsOf(model);
  const losses = Array.from({length: steps}, (_, step) => tf.tidy(() =>
    trainStep({logits, optimizer, loss: {labelSmoothing: 0}}, batchAt(step, {size, classes, batchSize, seed})).loss.dataSync()[0]!));
  const weights = model.weights.map(weight => weight.read().dataSync() as Float32Array);
  optimizer.dispose();
  model.dispose();
  return {losses, weights};
}

// The rest is ask_keras.py's own.
function noise(length: number, seed: number): Float32Array {
  return Float32Array.from({length}, (_, index) => {
    const value = Math.sin((index * 12.9898) + seed) * 43_758.5453;
    return ((value - Math.floor(value)) * 2) - 1;
  });
}

function firstWeight(shape: number[], index: number): tf.Tensor {
  if (shape.length === 1) {
    return tf.zeros(shape);
  }

  const window = tf.util.sizeFromShape(shape.slice(0, -2));
  const limit = Math.fround(Math.sqrt(6 / (window * (shape.at(-2)! + shape.at(-1)!))));
  return tf.tensor(noise(tf.util.sizeFromShape(shape), index).map(value => limit * value), shape);
}

function batchAt(number: number, {size, classes, batchSize, seed}: Pick<Model1, 'size' | 'classes' | 'batchSize' | 'seed'>): Batch {
  const labels = Array.from({length: batchSize}, (_, index) => ((index * 5) + number) % classes);
  const draws = noise(batchSize * 4, number + seed);
  const values = Float32Array.from({length: batchSize * size * size * 3}, (_, index) => {
    const picture = Math.floor(index / (size * size * 3));
    const [y, x, channel] = [Math.floor(index / (size * 3)) % size, Math.floor(index / 3) % size, index % 3];
    const [wide = 0, shift = 0, apart = 0] = draws.subarray(picture * 4);
    const angle = labels[picture]! * Math.PI / classes;
    const along = (x * Math.cos(angle)) + (y * Math.sin(angle));
    const stripes = Math.sin(((0.35 + (0.1 * wide)) * along) + (3 * shift) + (channel * apart));
    return 0.5 + (0.15 * Math.sin((labels[picture]! * 2) + channel)) + (0.3 * stripes);
  });
  return {
    pictures: tf.tensor4d(values, [batchSize, size, size, 3]),
    labels: tf.oneHot(labels, classes).toFloat() as tf.Tensor2D,
  };
}
