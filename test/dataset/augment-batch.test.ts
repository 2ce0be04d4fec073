import {readFile} from 'node:fs/promises';
import tf from '@tensorflow/tfjs';
import test from 'ava';
import {affineMap, type TransformParameters} from '../../src/dataset/augment/affine-map.js';
import {augmentBatch} from '../../src/dataset/augment/augment-batch.js';
import {drawParameters} from '../../src/dataset/augment/draw-parameters.js';
import {transformBatch} from '../../src/dataset/augment/transform-batch.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {Random} from '../../src/engine/random.js';
import {loadRealEngine} from '../real-engine.js';

type Recorded = {
  readonly size: number;
  readonly picture: number[];
  readonly records: ReadonlyArray<{
    readonly title: string;
    readonly fill_mode: ExperimentConfig['augment']['fill_mode'];
    readonly cval: number;
    readonly parameters: Omit<TransformParameters, 'flipHorizontal' | 'flipVertical'> & {readonly flip_horizontal: boolean; readonly flip_vertical: boolean};
    readonly pixels: readonly number[];
  }>;
};

const none: ExperimentConfig['augment'] = {
  horizontal_flip: false, vertical_flip: false, rotation_range: 0, width_shift_range: 0, height_shift_range: 0, shear_range: 0, zoom_range: 0, fill_mode: 'nearest', cval: 0,
};
const study: ExperimentConfig['augment'] = {
  ...none, horizontal_flip: true, vertical_flip: true, rotation_range: 30, width_shift_range: 0.1, height_shift_range: 0.1,
  shear_range: 0.1, zoom_range: 0.1,
};
const still: TransformParameters = {theta: 0, tx: 0, ty: 0, shear: 0, zx: 1, zy: 1, flipHorizontal: false, flipVertical: false};

test.before(async () => {
  await loadRealEngine();
});

function pictures(count: number, size: number): tf.Tensor4D {
  return tf.tensor4d(Float32Array.from({length: count * size * size * 3}, (_, index) => (index * 37) % 251), [count, size, size, 3]);
}

test('given the same drawn parameters, the picture is Keras\'', async t => {
  const file = new URL('../../../test/dataset/samples/affine/keras.json', import.meta.url);
  const {size, picture, records} = JSON.parse(await readFile(file, 'utf8')) as Recorded;
  t.true(records.length > 8);
  for (const {title, fill_mode, cval, parameters, pixels} of records) {
    const map = affineMap({...parameters, flipHorizontal: parameters.flip_horizontal, flipVertical: parameters.flip_vertical}, size, size);
    const made = transformBatch(tf.tensor4d(picture, [1, size, size, 3], 'float32'), [map], fill_mode, cval).dataSync();
    const worst = Math.max(...pixels.map((value, index) => Math.abs(value - made[index]!)));
    // The record has two decimals.
    t.true(worst < 0.02, `${title}: ${worst}`);
  }
});

test('maps are those of Keras\' matrices', t => {
  t.deepEqual(affineMap(still, 8, 8), [1, 0, 0, 0, 1, 0]);
  t.deepEqual(affineMap({...still, tx: 2, ty: -3}, 8, 8), [1, 0, 2, 0, 1, -3]);
  t.deepEqual(affineMap({...still, flipHorizontal: true}, 8, 8), [-1, 0, 7, 0, 1, 0]);
  t.deepEqual(affineMap({...still, zx: 0.5}, 9, 9), [0.5, 0, 2, 0, 1, 0]);
  const quarter = affineMap({...still, theta: 90}, 8, 8).map(value => Math.round(value * 1e9) / 1e9);
  t.deepEqual(quarter.map(value => value + 0), [0, -1, 7, 1, 0, 0]);
});

test('the pictures of a batch are changed each by its own map', t => {
  const batch = pictures(2, 4);
  const made = transformBatch(batch, [affineMap(still, 4, 4), affineMap({...still, flipVertical: true}, 4, 4)], 'nearest', 0);
  const [first, second] = tf.split(batch, 2);
  t.deepEqual(made.dataSync(), tf.concat4d([first as tf.Tensor4D, tf.reverse(second as tf.Tensor4D, 1)], 0).dataSync());
});

test('where nothing is asked for the batch itself comes back', t => {
  const batch = pictures(2, 4);
  t.is(augmentBatch(batch, {...none, fill_mode: 'constant', cval: 9}, Random.fromSeed(1)), batch);
});

test('the same seed gives the same batch, another one another, with the same shape and within the pixels\' range', t => {
  const batch = pictures(3, 12);
  const make = (seed: number) => augmentBatch(batch, study, Random.fromSeed(seed));
  t.deepEqual(make(4).dataSync(), make(4).dataSync());
  t.notDeepEqual(make(4).dataSync(), make(5).dataSync());
  t.deepEqual(make(4).shape, [3, 12, 12, 3]);
  const values = make(4).dataSync();
  t.true(Math.min(...values) >= 0 && Math.max(...values) <= 250);
});

test('nothing but the result is left behind', t => {
  const batch = pictures(2, 6);
  for (const fill_mode of ['nearest', 'constant', 'reflect', 'wrap'] as const) {
    const before = tf.memory().numTensors;
    augmentBatch(batch, {...study, fill_mode}, Random.fromSeed(1)).dispose();
    t.is(tf.memory().numTensors, before, `with ${fill_mode}`);
  }
});

test('draws keep Keras\' ranges and fill them', t => {
  const random = Random.fromSeed(2);
  const draws = Array.from({length: 4000}, () => drawParameters({...study, shear_range: 7, width_shift_range: 0.2}, 100, 50, random));
  const range = (of: (drawn: TransformParameters) => number) => {
    const values = draws.map(drawn => of(drawn));
    return [Math.min(...values), Math.max(...values)];
  };

  const limits: Array<[keyof typeof still, number, number]> = [['theta', -30, 30], ['tx', -10, 10], ['ty', -10, 10], ['shear', -7, 7], ['zx', 0.9, 1.1], ['zy', 0.9, 1.1]];
  for (const [key, low, high] of limits) {
    const [least, most] = range(drawn => Number(drawn[key])) as [number, number];
    const slack = (high - low) / 100;
    t.true(least >= low && least < low + slack && most <= high && most > high - slack, `${key}: ${least} to ${most}`);
  }

  for (const key of ['flipHorizontal', 'flipVertical'] as const) {
    const share = draws.filter(drawn => drawn[key]).length / draws.length;
    t.true(Math.abs(share - 0.5) < 0.04, `${key}: ${share}`);
  }

  t.true(draws.some(({zx, zy}) => Math.abs(zx - zy) > 0.1));
});

test('what is switched off is not drawn', t => {
  const random = Random.fromSeed(2);
  const before = JSON.stringify(random.state);
  t.deepEqual(drawParameters(none, 10, 10, random), still);
  t.is(JSON.stringify(random.state), before);
});
