import test, {type ExecutionContext} from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {UserError} from '../../src/errors.js';
import {buildModel} from '../../src/model/build-model.js';
import {BatchLimit} from '../../src/training/batch-limit.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {createSchedule} from '../../src/training/create-schedule.js';
import {logitsOf, type Logits} from '../../src/training/logits-of.js';
import {train} from '../../src/training/train.js';
import {trainStep} from '../../src/training/train-step.js';
import type {Batch} from '../../src/training/training-data.js';
import {completeLayers} from '../complete-layers.js';
import {wave} from '../conformance/wave.js';
import {loadRealEngine} from '../real-engine.js';

const [count, size, classes] = [11, 8, 3];

test.before(loadRealEngine);

const networks = {
  'dense layers, whose gradients are products': [
    {flatten: {}}, {dense: {units: 300, activation: 'relu'}}, {dropout: 0.4}, {dense: {units: 'classes', activation: 'softmax'}},
  ],
  'convolutions, branches and a layer that is no product': [
    {conv2d: {filters: 4, padding: 'same', activation: 'relu'}},
    {max_pooling2d: {}},
    {concatenate: [{conv2d: {filters: 3, kernel_size: 1}}, {dropout: 0.5}]},
    {flatten: {}},
    {dense: {units: 6, activation: 'tanh'}},
    {dense: {units: 'classes', activation: 'softmax'}},
  ],
} as const;

const optimizers: Readonly<Record<string, ExperimentConfig['optimizer']>> = {
  nadam: {name: 'nadam', learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7},
  'clipped sgd': {name: 'sgd', learning_rate: 0.1, momentum: 0, nesterov: false, global_clipnorm: 0.01},
};

function batch(): Batch {
  return {
    pictures: tf.tensor4d(wave(count * size * size * 3, 0.5, 0.3), [count, size, size, 3]),
    labels: tf.oneHot(tf.tensor1d(Array.from({length: count}, (_, index) => (index ** 2) % classes), 'int32'), classes).toFloat() as tf.Tensor2D,
  };
}

/** What TensorFlow says when a batch of more than so many pictures goes through; a part of the pass is behind it by then. */
function short(logits: Logits, most: number): Logits {
  return (pictures, mode) => {
    const answers = logits(pictures, mode);
    if (pictures.shape[0] > most) {
      throw new Error(`OOM when allocating tensor with shape[${pictures.shape.join(',')}] and type float on /job:localhost/replica:0/task:0/device:CPU:0 by allocator cpu`);
    }

    return answers;
  };
}

type Setting = {
  readonly layers: readonly object[];
  readonly optimizer?: ExperimentConfig['optimizer'];
  /** How many pictures there is memory for. */
  readonly most?: number;
  readonly splittable?: boolean;
};

/** Two steps; gives the weights after them, the steps' losses and counts, and how many pictures went through at a time. */
async function takeTwo({layers, optimizer: options = optimizers.nadam!, most = Infinity, splittable = true}: Setting) {
  const model = await buildModel({layers: completeLayers(layers), imageSize: size, classes, seed: 3});
  const optimizer = createOptimizer(options, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  const sizes: number[] = [];
  const limit = new BatchLimit({
    splittable,
    onSplit(lower) {
      sizes.push(lower);
    },
  });
  const loss = {labelSmoothing: 0.1, classWeights: [1, 0.3, 2.5]};
  const outcomes = [1, 2].map(() => {
    const given = batch();
    const before = tf.memory().numTensors;
    const outcome = trainStep({logits: short(logitsOf(model), most), optimizer, loss, limit}, given);
    const kept = tf.memory().numTensors - before;
    return {loss: outcome.loss.dataSync()[0]!, right: outcome.right.dataSync()[0]!, count: outcome.count, kept};
  });
  return {outcomes, sizes, size: limit.size, weights: model.getWeights().flatMap(weight => [...weight.dataSync()])};
}

function isClose(t: ExecutionContext, actual: readonly number[], expected: readonly number[]): void {
  t.is(actual.length, expected.length);
  const largest = Math.max(...actual.map((value, index) => Math.abs(value - expected[index]!)));
  t.true(largest < 2e-5, `differs by ${largest}`);
}

for (const [network, layers] of Object.entries(networks)) {
  for (const [name, optimizer] of Object.entries(optimizers)) {
    test.serial(`steps in parts come to those of whole batches: ${network}, ${name}`, async t => {
      const whole = await takeTwo({layers, optimizer});
      t.is(whole.size, undefined);
      for (const [most, sizes] of [[10, [6]], [4, [6, 3]], [1, [6, 3, 2, 1]]] as const) {
        const parted = await takeTwo({layers, optimizer, most});
        t.deepEqual(parted.sizes, [...sizes]);
        isClose(t, parted.weights, whole.weights);
        isClose(t, parted.outcomes.map(({loss}) => loss), whole.outcomes.map(({loss}) => loss));
        t.deepEqual(parted.outcomes.map(each => [each.right, each.count]), whole.outcomes.map(each => [each.right, each.count]));
        t.deepEqual(parted.outcomes.map(({kept}) => kept), [2, 2], 'of the pass that failed nothing stays in memory');
      }
    });
  }
}

test.serial('where not even one picture fits, the run is out of memory, and not for its batch_size', async t => {
  const error = await t.throwsAsync(takeTwo({layers: networks['dense layers, whose gradients are products'], most: 0}), {instanceOf: UserError});
  t.is(error.code, 'out-of-memory');
  t.regex(error.message, /OOM when allocating tensor with shape\[1,/v);
  t.regex(error.hint!, /image_size/v);
});

test.serial('where batches may not be parted, the advice is a smaller one', async t => {
  const error = await t.throwsAsync(takeTwo({layers: networks['dense layers, whose gradients are products'], most: 5, splittable: false}), {instanceOf: UserError});
  t.is(error.code, 'out-of-memory');
  t.regex(error.hint!, /^Lower batch_size.*batch normalisation/v);
});

test.serial('another error is not taken for want of memory', t => {
  const limit = new BatchLimit({splittable: true});
  t.throws(() => {
    limit.attempt(8, () => {
      throw new TypeError('x is undefined');
    });
  }, {instanceOf: TypeError});
  t.is(limit.size, undefined);
});

/** A layer that has memory for so many pictures. */
class Narrow extends tf.layers.Layer {
  static get className() {
    return 'Narrow';
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    if (input.shape[0] > 3) {
      throw new Error('RESOURCE_EXHAUSTED: failed to allocate memory');
    }

    return tf.clone(input);
  }
}

test.serial('a training goes on in parts, validates in parts, and each epoch says so', async t => {
  const model = await buildModel({layers: completeLayers(networks['dense layers, whose gradients are products'].slice(0, 2)), imageSize: size, classes, seed: 3});
  model.add(new Narrow({name: 'narrow'}));
  model.add(tf.layers.dense({units: classes, activation: 'softmax'}));
  const optimizer = createOptimizer(optimizers.nadam!, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  const splits: number[] = [];
  const micro: Array<number | undefined> = [];
  const points: Array<number | undefined> = [];
  await train({
    model,
    optimizer,
    schedule: createSchedule({schedule: {name: 'constant', unit: 'epochs', warmup: 0, warmup_from: 0}, optimizer: optimizers.nadam!, epochs: 2}, 1),
    data: {training: {count, steps: 1, batches: () => [batch()]}, validation: {count, steps: 1, batches: () => [batch()]}},
    loss: {labelSmoothing: 0},
    classes,
    epochs: 2,
    signal: new AbortController().signal,
    splittable: true,
    onEpoch({event, probabilities}) {
      micro.push(event.micro_batch);
      t.is(probabilities.length, count * classes);
    },
    onProgress: () => undefined,
    onSplit(lower) {
      splits.push(lower);
    },
    onRest({point}) {
      points.push(point().microBatch);
    },
  });
  t.deepEqual(splits, [6, 3]);
  t.deepEqual(micro, [3, 3]);
  t.deepEqual(points, [3, 3, 3, 3]);
});
