import tf from '../../src/engine/tfjs.js';
import {buildModel} from '../../src/model/build-model.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {createSchedule} from '../../src/training/create-schedule.js';
import {train, type EpochReport} from '../../src/training/train.js';
import type {Batch} from '../../src/training/training-data.js';
import {completeLayers} from '../complete-layers.js';
import {valuesOf, type RecordedArray} from './answers.js';
import {largestDifference} from './differences.js';
import type {Finding} from './subject.js';
import {wave} from './wave.js';

/** What network.py's fit() tells. */
export type Fit = {
  readonly layers: readonly object[];
  readonly labelSmoothing: number;
  readonly classWeights: number[] | null;
  readonly history: Readonly<Record<'loss' | 'accuracy' | 'val_loss' | 'val_accuracy', number[]>>;
  readonly probabilities: RecordedArray;
  readonly weights: readonly RecordedArray[];
};

const optimizer = {name: 'sgd', learning_rate: 0.05, momentum: 0.9, nesterov: false} as const;
const [pictureCount, validating, size, classes, batchSize] = [10, 7, 8, 3, 4];

/** Trains the same network on the same pictures, and compares every epoch and all weights. */
export async function compareFit(title: string, fit: Fit): Promise<Finding[]> {
  const {model, reports} = await repeat(fit);
  const weights = weightsOf(model).map(weight => weight.read().dataSync() as Float32Array);
  const finding = (what: string, difference: number): Finding => ({what: `${title}: ${what}`, measure: 'absolute', difference, bar: 1e-5});
  const keys = ['loss', 'accuracy', 'val_loss', 'val_accuracy'] as const;
  const findings = [
    finding(`${keys.join(', ')} of ${reports.length} epochs`, Math.max(...keys.map(key => largestDifference(reports.map(({event}) => event[key]), fit.history[key])))),
    finding('probabilities after them', largestDifference(reports.at(-1)!.probabilities, valuesOf(fit.probabilities))),
    finding('all weights and moving averages', Math.max(...fit.weights.map((expected, index) => largestDifference(weights[index]!, valuesOf(expected))))),
  ];
  model.dispose();
  return findings;
}

async function repeat({layers, labelSmoothing, classWeights, history}: Fit) {
  const model = await buildModel({layers: completeLayers(layers), imageSize: size, classes, seed: 1});
  setWaves(model);
  const epochs = history.loss.length;
  const trained = model.trainableWeights.map(weight => weight.read() as tf.Variable);
  const reports: EpochReport[] = [];
  await train({
    model,
    optimizer: createOptimizer(optimizer, trained),
    schedule: createSchedule({schedule: {name: 'constant', unit: 'epochs', warmup: 0, warmup_from: 0}, optimizer, epochs}, 3),
    data: {
      training: {count: pictureCount, steps: 3, batches: () => batchesOf(pictureCount)},
      validation: {count: validating, steps: 2, batches: () => batchesOf(validating)},
    },
    loss: {labelSmoothing, classWeights: classWeights ?? undefined},
    classes,
    epochs,
    signal: new AbortController().signal,
    onEpoch(report) {
      reports.push(report);
    },
    onProgress: () => undefined,
  });
  return {model, reports};
}

/** In the layers' order, and in each as Keras has them. */
function weightsOf(model: tf.LayersModel): tf.LayerVariable[] {
  return model.layers.flatMap(layer => layer.weights);
}

function setWaves(model: tf.LayersModel): void {
  for (const [index, weight] of weightsOf(model).entries()) {
    tf.tidy(() => {
      const offset = weight.originalName.startsWith('batch_normalization') ? 1 : 0;
      const shape = weight.shape as number[];
      weight.write(tf.add(tf.tensor(wave(tf.util.sizeFromShape(shape), 0.4, index), shape), offset));
    });
  }
}

function batchesOf(count: number): Batch[] {
  return tf.tidy(() => {
    const pictures = tf.add(tf.tensor(wave(pictureCount * size * size * 3, 0.5, 0.3), [pictureCount, size, size, 3]), 0.5);
    const labels = tf.oneHot(Array.from({length: pictureCount}, (_, index) => (index ** 2) % classes), classes).toFloat();
    return Array.from({length: Math.ceil(count / batchSize)}, (_, index) => {
      const length = Math.min(batchSize, count - (index * batchSize));
      return {
        pictures: tf.slice(pictures, [index * batchSize, 0, 0, 0], [length, -1, -1, -1]) as tf.Tensor4D,
        labels: tf.slice(labels, [index * batchSize, 0], [length, -1]) as tf.Tensor2D,
      };
    });
  });
}
