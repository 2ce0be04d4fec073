import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import tf from '../../../src/engine/tfjs.js';
import {preprocessBatch} from '../../../src/dataset/preprocess-batch.js';
import type {BackboneGraph, BackboneName} from '../../../src/domain/backbone.js';
import type {WeightsFile} from '../../../src/domain/weights.js';
import {backboneGraph} from '../../../src/model/backbones.js';
import {buildModel, type NetworkInput} from '../../../src/model/build-model.js';
import {loadFrozenBackbone} from '../../../src/model/frozen-backbone.js';
import {digestWeights} from '../../../src/model/weights/digest-weights.js';
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
  /** Of the pictures whose features are told, and of those of the steps. */
  readonly size: number;
  readonly few: number;
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
  /** Uint8 `[count, size, size, 3]` by size; of a recording there are none, and ablate makes them itself. */
  readonly pictures: Readonly<Record<string, RecordedArray>>;
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
  const {name, size, few, first} = backbone;
  const file = {path: backbone.file ?? path.join(folder, `${name}.h5`), format: 'h5'} as const;
  if (!backbone.file) {
    await writeWeights(file.path, name, backbone.factors);
  }

  const weights: WeightsFile = {...file, sha256: (await digestWeights(file)).sha256};

  const frozen = await loadFrozenBackbone({name, weights, seed: 0});
  const [pictures, small] = [size, few].map(side => picturesOf(shared, side, backboneGraph(name).preprocess));
  const [features, smallFeatures] = [frozen.features(pictures!), frozen.features(small!)];
  const featureMap = smallFeatures.shape.slice(1) as [number, number, number];
  const title = `${name} at ${few}x${few}`;
  const findings = [
    compareFeatures(`${name} at ${size}x${size}`, backbone, features),
    ...compareSteps(`${title}, frozen`, backbone.frozen, await takeStep({featureMap}, smallFeatures, shared)),
    ...compareSteps(
      `${title}, trained from ${first}`,
      backbone.trained,
      await takeStep({imageSize: few, backbone: {name, weights, trainable: first}}, small!, shared),
      // Of relu's many units some lie on its edge, and fall to either side by the last bit of a sum: kernels that are smaller by 1e-7 turn
      // inception_v3's 0.008 into 0.00003, and efficientnet's swish, which has no edge, stays below 0.0002.
      name.startsWith('efficientnet') ? 1e-3 : 0.02,
    ),
  ];
  tf.dispose([pictures, small, features, smallFeatures]);
  frozen.dispose();
  return findings;
}

function picturesOf({pictures, count}: Shared, size: number, mode: BackboneGraph['preprocess']): tf.Tensor4D {
  const told = pictures[size];
  const pixels = told ? Float32Array.from(valuesOf(told)) : stripedPictures(count, size);
  return tf.tidy(() => preprocessBatch(tf.tensor4d(pixels, [count, size, size, 3]), mode));
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

type Moved = {readonly loss: number; readonly moves: ReadonlyMap<string, Float32Array>};

/** One step of sgd: its loss, and how far every weight moved, by Keras' names. */
async function takeStep(input: NetworkInput, batch: tf.Tensor4D, {classes, rate}: Shared): Promise<Moved> {
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
    const outcome = trainStep({logits: logitsOf(model), optimizer, loss: {labelSmoothing: 0}}, {pictures: batch, labels});
    outcome.right.dispose();
    return outcome.loss.dataSync()[0]!;
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

function compareSteps(title: string, told: Step, own: Moved, bar = 1e-3): Finding[] {
  const isStatistic = ([name]: [string, Sampled]) => name.includes('/moving_');
  const all = Object.entries(told.moves);
  const [learned, statistics] = [all.filter(each => !isStatistic(each)), all.filter(each => isStatistic(each))];
  const still = [...own.moves].filter(([name]) => !(name in told.moves)).flatMap(([, values]) => [...values]);
  const finding = (what: string, measure: string, difference: number, bar: number): Finding => ({what: `${title}: ${what}`, measure, difference, bar});
  return [
    finding('loss of a step', 'absolute', Math.abs(own.loss - told.loss), 1e-4),
    finding(`moves of ${learned.length} learned arrays`, 'root mean square, relative', compareMoves(learned, own.moves), bar),
    ...statistics.length > 0 ? [finding(`moves of ${statistics.length} moving averages`, 'root mean square, relative', compareMoves(statistics, own.moves), 1e-3)] : [],
    finding('moves of all else', 'absolute', still.reduce((most, value) => Math.max(most, Math.abs(value)), 0), 0),
  ];
}

/**
The largest of all arrays' distances, each relative to the length of what Keras moved it by. An array that hardly moves, such as
a bias before batch normalisation, moves by what rounding leaves of 0.
*/
function compareMoves(told: ReadonlyArray<[string, Sampled]>, own: ReadonlyMap<string, Float32Array>): number {
  const arrays = told.map(([name, {stride, values}]) => ({
    actual: sample(own.get(name) ?? new Float32Array(), stride),
    expected: Float32Array.from(valuesOf(values)),
  }));
  const floor = 0.01 * Math.max(...arrays.map(({expected}) => lengthOf(expected)));
  return Math.max(...arrays.map(({actual, expected}) => actual.length === expected.length
    ? lengthOf(actual.map((value, index) => value - expected[index]!)) / Math.max(lengthOf(expected), floor)
    : Infinity));
}

/** The root of the mean square. */
function lengthOf(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + (value ** 2), 0) / values.length);
}

function sample(values: Float32Array, stride: number): Float32Array {
  return values.filter((_, index) => index % stride === 0);
}
