import {Buffer} from 'node:buffer';
import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {ExperimentConfig, Layer} from '../../src/domain/generated/experiment-config.js';
import {UserError} from '../../src/errors.js';
import {buildModel} from '../../src/model/build-model.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {createSchedule} from '../../src/training/create-schedule.js';
import {evaluate} from '../../src/training/evaluate.js';
import {logitsOf} from '../../src/training/logits-of.js';
import {train, type EpochReport, type TrainingPosition} from '../../src/training/train.js';
import type {Batch, TrainingData, ValidationData} from '../../src/training/training-data.js';
import {completeLayers} from '../complete-layers.js';
import {wave} from '../conformance/wave.js';
import {loadRealEngine} from '../real-engine.js';

const pictureCount = 10;
const size = 8;
const classes = 3;
const batchSize = 4;
const layers = completeLayers([
  {conv2d: {filters: 4, padding: 'same', activation: 'relu'}},
  {max_pooling2d: {}},
  {flatten: {}},
  {dense: {units: 6, activation: 'tanh'}},
  {batch_normalization: {momentum: 0.8}},
  {dense: {units: 'classes', activation: 'softmax'}},
]);

test.before(loadRealEngine);

function batchesOf(count: number): Batch[] {
  return tf.tidy(() => cutBatches(count));
}

function cutBatches(count: number): Batch[] {
  const pictures = tf.add(tf.tensor(wave(pictureCount * size * size * 3, 0.5, 0.3), [pictureCount, size, size, 3]), 0.5);
  const labels = tf.oneHot(tf.tensor1d(Array.from({length: pictureCount}, (_, index) => (index ** 2) % classes), 'int32'), classes).toFloat();
  return Array.from({length: Math.ceil(count / batchSize)}, (_, index) => {
    const length = Math.min(batchSize, count - (index * batchSize));
    return {
      pictures: tf.slice(pictures, [index * batchSize, 0, 0, 0], [length, -1, -1, -1]) as tf.Tensor4D,
      labels: tf.slice(labels, [index * batchSize, 0], [length, -1]) as tf.Tensor2D,
    };
  });
}

const validation: ValidationData = {count: 7, steps: 2, batches: () => batchesOf(7)};
const data: TrainingData = {training: {count: pictureCount, steps: 3, batches: () => batchesOf(pictureCount)}, validation};

type Setting = {
  readonly learningRate?: number;
  readonly schedule?: ExperimentConfig['schedule'];
  readonly extra?: readonly Layer[];
  readonly signal?: AbortSignal;
  readonly epochs?: number;
  readonly onEpoch?: (report: EpochReport) => void;
  readonly onProgress?: (position: TrainingPosition) => void;
};

const constant: ExperimentConfig['schedule'] = {name: 'constant', unit: 'epochs', warmup: 0, warmup_from: 0};

/** A small network, trained. */
async function trainSmall({learningRate = 0.05, schedule = constant, extra = [], signal, epochs = 3, onEpoch, onProgress}: Setting = {}) {
  const model = await buildModel({layers: [...layers.slice(0, -1), ...extra, layers.at(-1)!], imageSize: size, classes, seed: 1});
  const weights = model.trainableWeights.map(weight => weight.read() as tf.Variable);
  const options: ExperimentConfig['optimizer'] = {name: 'sgd', learning_rate: learningRate, momentum: 0.9, nesterov: false};
  const optimizer = createOptimizer(options, weights);
  const reports: EpochReport[] = [];
  await train({
    model,
    optimizer,
    schedule: createSchedule({schedule, optimizer: options, epochs}, data.training.steps),
    data,
    loss: {labelSmoothing: 0},
    classes,
    epochs,
    signal: signal ?? new AbortController().signal,
    onEpoch(report) {
      reports.push(report);
      onEpoch?.(report);
    },
    onProgress(position) {
      onProgress?.(position);
    },
  });
  return {model, reports};
}

test.serial('an epoch tells what its numbers are made of', async t => {
  const {reports: [report]} = await trainSmall({epochs: 1});
  const {event, probabilities} = report!;
  t.is(event.learning_rate, 0.05);
  t.is(probabilities.length, 7 * classes);
  t.true(event.seconds > 0);
  t.true(event.pictures_per_second >= pictureCount / event.seconds);
  const bits = Buffer.from(event.correct, 'base64');
  t.is(bits.length, 1);
  const right = Array.from({length: 7}, (_, index) => {
    const row = [...probabilities.subarray(index * classes, (index + 1) * classes)];
    return row.indexOf(Math.max(...row)) === (index ** 2) % classes;
  });
  t.deepEqual(right, right.map((_, index) => ((bits[0]! >> index) & 1) === 1));
  t.is(event.val_accuracy, right.filter(Boolean).length / 7);
});

test.serial('a schedule gives each step its rate, and an epoch tells its last step\'s', async t => {
  const {reports} = await trainSmall({schedule: {name: 'sgdr', unit: 'epochs', first_decay: 1, t_mul: 2, m_mul: 1, alpha: 0, warmup: 0, warmup_from: 0}});
  // Three steps an epoch: the first cycle ends after one epoch, the second would after two more.
  const expected = [2 / 3, 2 / 6, 5 / 6].map(part => 0.05 * 0.5 * (1 + Math.cos(Math.PI * part)));
  t.true(reports.every(({event}, index) => Math.abs(event.learning_rate - expected[index]!) < 1e-12));
  const {reports: [constantly]} = await trainSmall({epochs: 1});
  t.not(reports[0]!.event.val_loss, constantly!.event.val_loss);
});

test.serial('a plateau lowers the rate of the epochs after it', async t => {
  const {reports} = await trainSmall({schedule: {
    name: 'plateau', monitor: 'val_loss', factor: 0.5, patience: 1, min_delta: 1000, cooldown: 0, min_lr: 0, unit: 'epochs', warmup: 0, warmup_from: 0,
  }});
  t.deepEqual(reports.map(({event}) => event.learning_rate), [0.05, 0.05, 0.025]);
});

test.serial('epochs leave no tensors behind', async t => {
  const counts: number[] = [];
  await trainSmall({
    epochs: 4,
    extra: [{dropout: 0.3}],
    onEpoch() {
      counts.push(tf.memory().numTensors);
    },
  });
  t.deepEqual(counts, counts.map(() => counts[0]!));
});

test.serial('progress counts the steps of training and validation', async t => {
  const positions: TrainingPosition[] = [];
  await trainSmall({
    epochs: 2,
    onProgress(position) {
      positions.push(position);
    },
  });
  t.deepEqual(positions.map(({phase, epoch, step, steps}) => `${phase} ${epoch} ${step}/${steps}`), [
    'training 1 1/3',
    'training 1 2/3',
    'training 1 3/3',
    'validating 1 1/2',
    'validating 1 2/2',
    'training 2 1/3',
    'training 2 2/3',
    'training 2 3/3',
    'validating 2 1/2',
    'validating 2 2/2',
  ]);
});

test.serial('a loss that is not a number stops the training and names the step', async t => {
  const error = await t.throwsAsync(trainSmall({learningRate: 1e30}), {instanceOf: UserError});
  t.is(error.code, 'loss-not-finite');
  t.regex(error.message, /^the loss became (?:NaN|infinite) in step [23] of epoch 1,/v);
});

test.serial('an abort ends the training after the step in hand', async t => {
  const controller = new AbortController();
  let steps = 0;
  const reason = new Error('enough');
  const thrown = await t.throwsAsync(trainSmall({
    signal: controller.signal,
    onProgress() {
      steps += 1;
      if (steps === 2) {
        controller.abort(reason);
      }
    },
  }));
  t.is(thrown, reason);
  t.is(steps, 2);
});

test.serial('what stands in the event loop\'s queue gets its turn while an epoch runs', async t => {
  const seen: string[] = [];
  await trainSmall({
    epochs: 1,
    onProgress({phase, step}) {
      seen.push(`${phase} ${step}`);
      if (phase === 'training' && step === 1) {
        setImmediate(() => {
          seen.push('message');
        });
      }
    },
  });
  t.is(seen.indexOf('message'), 1);
});

test.serial('of equal probabilities the first counts', async t => {
  const model = await buildModel({layers: [{flatten: {}}, layers.at(-1)!], imageSize: size, classes, seed: 1});
  model.layers.at(-1)!.setWeights([tf.zeros([size * size * 3, classes]), tf.tensor1d([0, 0, -1])]);
  const {correct, accuracy} = await evaluate({logits: logitsOf(model), data: validation, classes, labelSmoothing: 0});
  // Classes of the pictures: 0 1 1 0 1 1 0.
  t.deepEqual([...correct], [0b100_1001]);
  t.is(accuracy, 3 / 7);
});

test.serial('a model that ends in an activation layer gives the same logits as one whose dense layer has it', async t => {
  const [fused, apart] = await Promise.all([
    [{flatten: {}}, layers.at(-1)!],
    [{flatten: {}}, {dense: {units: classes}}, {activation: 'softmax'}],
  ].map(async each => logitsOf(await buildModel({layers: completeLayers(each), imageSize: size, classes, seed: 1}))));
  const {pictures} = batchesOf(4)[0]!;
  t.deepEqual(fused!(pictures, {training: false}).dataSync(), apart!(pictures, {training: false}).dataSync());
});
