import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import tf from '@tensorflow/tfjs';
import {preprocessBatch} from '../../../src/dataset/preprocess-batch.js';
import type {BackboneName} from '../../../src/domain/backbone.js';
import type {WeightsFile} from '../../../src/domain/weights.js';
import {backboneGraph} from '../../../src/model/backbones.js';
import {buildModel, type NetworkInput} from '../../../src/model/build-model.js';
import {loadFrozenBackbone} from '../../../src/model/frozen-backbone.js';
import {createOptimizer} from '../../../src/training/create-optimizer.js';
import {logitsOf} from '../../../src/training/logits-of.js';
import {trainStep} from '../../../src/training/train-step.js';
import {completeLayers} from '../../complete-layers.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestDifferenceToPeak} from '../differences.js';
import type {Finding, Subject} from '../subject.js';
import {firstWeight, writeWeights} from './write-weights.js';

/** Every so many-th of some values. */
type Sampled = {readonly stride: number; readonly values: RecordedArray};

/** One step of training, and how far each weight moved in it: `conv1_conv/kernel`. */
type Step = {readonly loss: number; readonly moves: Readonly<Record<string, Sampled>>};

type Backbone = {
  readonly name: BackboneName;
  readonly size: number;
  /** Keras' weights; of a recording ablate makes them itself, with these factors. */
  readonly file: string | null;
  readonly factors: Readonly<Record<string, number>>;
  readonly shape: readonly number[];
  readonly features: Sampled;
  /** A step of the head alone, and one from the layer `first` on. */
  readonly frozen: Step;
  readonly first: string;
  readonly trained: Step;
};

type Shared = {
  readonly classes: number;
  readonly rate: number;
  readonly count: number;
  /** Uint8 `[count, size, size, 3]`; of a recording ablate makes them itself. */
  readonly pictures: RecordedArray | null;
};

type Answers = Shared & {readonly backbones: readonly Backbone[]};

/** Backbones with weights from a file of Keras': their features, and a step of training on top of them and within them. */
export const backbones: Subject<Answers> = {
  name: 'backbones',
  async check({backbones: all, ...shared}) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-backbones-'));
    try {
      const findings: Finding[] = [];
      for (const backbone of all) {
        findings.push(...await compare(backbone, shared, folder));
      }

      return findings;
    } finally {
      await rm(folder, {recursive: true});
    }
  },
};

async function compare(backbone: Backbone, shared: Shared, folder: string): Promise<Finding[]> {
  const {name, size, first} = backbone;
  const weights: WeightsFile = {path: backbone.file ?? path.join(folder, `${name}.h5`), format: 'h5', sha256: ''};
  if (!backbone.file) {
    await writeWeights(weights.path, name, backbone.factors);
  }

  const pixels = shared.pictures ? Float32Array.from(valuesOf(shared.pictures)) : stripedPictures(shared.count, size);
  const pictures = tf.tidy(() => preprocessBatch(tf.tensor4d(pixels, [shared.count, size, size, 3]), backboneGraph(name).preprocess));
  const frozen = await loadFrozenBackbone({name, weights, seed: 0});
  const features = frozen.features(pictures);
  frozen.dispose();
  const title = `${name} at ${size}x${size}`;
  const findings = [
    compareFeatures(title, backbone, features),
    ...compareSteps(`${title}, frozen`, backbone.frozen, await takeStep({featureMap: features.shape.slice(1) as [number, number, number]}, features, shared)),
    ...compareSteps(`${title}, trained from ${first}`, backbone.trained, await takeStep({imageSize: size, backbone: {name, weights, trainable: first}}, pictures, shared)),
  ];
  tf.dispose([pictures, features]);
  return findings;
}

/** striped_pictures() of ask_keras.py gives the same. */
function stripedPictures(count: number, size: number): Float32Array {
  return Float32Array.from({length: count * size * size * 3}, (_, index) => {
    const [y, x, channel] = [Math.floor(index / (size * 3)) % size, Math.floor(index / 3) % size, index % 3];
    const number = Math.floor(index / (size * size * 3));
    const stripes = Math.sin((0.05 * (number + 1) * x) + (0.09 * (number + 2) * y) + (1.3 * channel));
    return 127.5 + (80 * stripes) + (40 * Math.sin((0.4 * x * (number + 1)) + (2 * channel)));
  });
}

function compareFeatures(title: string, {features: told, shape}: Backbone, features: tf.Tensor4D): Finding {
  const isSameShape = features.shape.join('x') === shape.join('x');
  const difference = largestDifferenceToPeak(sample(features.dataSync() as Float32Array, told.stride), valuesOf(told.values));
  return {what: `${title}: features ${shape.join('x')}`, measure: 'relative to the largest', difference: isSameShape ? difference : Infinity, bar: 1e-4};
}

/** One step of sgd: its loss, and how far every weight moved, by Keras' names. */
async function takeStep(input: NetworkInput, batch: tf.Tensor4D, {classes, rate}: Shared) {
  const layers = completeLayers([{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}]);
  const model = await buildModel({layers, classes, seed: 0, ...input});
  const [kernel] = model.layers.at(-1)!.weights;
  const [inputs, outputs] = kernel!.shape as [number, number];
  tf.tidy(() => {
    kernel!.write(tf.tensor(firstWeight({name: 'kernel', shape: [1, 1, inputs, outputs]}, 0.5), [inputs, outputs]));
  });
  const before = readWeights(model);
  const trained = model.trainableWeights.map(weight => weight.read() as tf.Variable);
  const optimizer = createOptimizer({name: 'sgd', learning_rate: rate, momentum: 0, nesterov: false}, trained);
  const loss = tf.tidy(() => {
    const labels = tf.oneHot(Array.from({length: batch.shape[0]}, (_, index) => index % classes), classes).toFloat() as tf.Tensor2D;
    return trainStep({logits: logitsOf(model), optimizer, loss: {labelSmoothing: 0}}, {pictures: batch, labels}).loss.dataSync()[0]!;
  });
  const moves = new Map([...readWeights(model)].map(([name, values]) => [name, values.map((value, index) => value - before.get(name)![index]!)]));
  optimizer.dispose();
  model.dispose();
  return {loss, moves};
}

function readWeights(model: tf.LayersModel): Map<string, Float32Array> {
  return new Map(model.weights.map(weight => [keyOf(weight.originalName), Float32Array.from(weight.read().dataSync())]));
}

/** The last two parts of a name: the layer and its weight. The head is called otherwise in Keras. */
function keyOf(name: string): string {
  return name.split('/').slice(-2).join('/').replace(/^dense\//v, 'answers/');
}

function compareSteps(title: string, told: Step, own: {readonly loss: number; readonly moves: ReadonlyMap<string, Float32Array>}): Finding[] {
  const isStatistic = ([name]: [string, Sampled]) => name.includes('/moving_');
  const all = Object.entries(told.moves);
  const [learned, statistics] = [all.filter(each => !isStatistic(each)), all.filter(each => isStatistic(each))];
  const still = [...own.moves].filter(([name]) => !(name in told.moves)).flatMap(([, values]) => [...values]);
  const finding = (what: string, measure: string, difference: number, bar: number): Finding => ({what: `${title}: ${what}`, measure, difference, bar});
  return [
    finding('loss of a step', 'absolute', Math.abs(own.loss - told.loss), 1e-4),
    finding(`moves of ${learned.length} learned arrays`, 'relative to the array\'s largest', compareMoves(learned, own.moves), 1e-3),
    ...statistics.length > 0 ? [finding(`moves of ${statistics.length} moving averages`, 'relative to the array\'s largest', compareMoves(statistics, own.moves), 1e-3)] : [],
    finding('moves of all else', 'absolute', still.reduce((most, value) => Math.max(most, Math.abs(value)), 0), 0),
  ];
}

/** An array that hardly moves, such as a bias before batch normalisation, moves by what rounding leaves of 0. */
function compareMoves(told: ReadonlyArray<[string, Sampled]>, own: ReadonlyMap<string, Float32Array>): number {
  const peakOf = (values: Iterable<number>) => [...values].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const floor = 0.01 * Math.max(...told.map(([, {values}]) => peakOf(valuesOf(values))));
  return Math.max(...told.map(([name, {stride, values}]) => {
    const [actual, expected] = [sample(own.get(name) ?? new Float32Array(), stride), valuesOf(values)];
    const peak = peakOf(expected);
    return largestDifferenceToPeak(actual, expected) * (peak === 0 ? 1 : peak / Math.max(peak, floor));
  }));
}

function sample(values: Float32Array, stride: number): Float32Array {
  return values.filter((_, index) => index % stride === 0);
}
