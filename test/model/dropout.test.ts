import test from 'ava';
import tf from '@tensorflow/tfjs';
import {dropout, type Dropout} from '../../src/model/layers/dropout.js';
import {layerContext} from '../layer-context.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

const create = (rate: number, seed: number) => dropout(rate, layerContext('dropout', seed)) as Dropout;

function maskOf(layer: Dropout, shape = [50, 40]): number[] {
  return tf.tidy(() => [...(layer.apply(tf.ones(shape), {training: true}) as tf.Tensor).dataSync()]);
}

test('in training a share of the values is zero and the others make up for it', t => {
  const mask = maskOf(create(0.25, 1), [200, 200]);
  t.deepEqual([...new Set(mask)].toSorted((left, right) => left - right), [0, Math.fround(1 / 0.75)]);
  const dropped = mask.filter(value => value === 0).length / mask.length;
  // Five standard deviations of 40 000 draws.
  t.true(Math.abs(dropped - 0.25) < 5 * Math.sqrt(0.25 * 0.75 / 40_000));
});

test('every batch has a mask of its own', t => {
  const layer = create(0.5, 1);
  t.notDeepEqual(maskOf(layer), maskOf(layer));
});

test('the same seed gives the same masks, another seed others', t => {
  const [one, again, other] = [create(0.5, 1), create(0.5, 1), create(0.5, 2)];
  const masks = [maskOf(one), maskOf(one)];
  t.deepEqual([maskOf(again), maskOf(again)], masks);
  t.notDeepEqual(maskOf(other), masks[0]);
});

test('a layer put to another\'s position goes on as that one', t => {
  const [one, other] = [create(0.5, 1), create(0.5, 1)];
  maskOf(one);
  maskOf(one);
  t.is(one.position, 2);
  other.position = one.position;
  t.deepEqual(maskOf(other), maskOf(one));
});

test('in inference, and with rate 0, nothing happens and no position is used up', t => {
  const layer = create(0.5, 1);
  const input = tf.tensor2d([[1, 2, 3]]);
  t.deepEqual([...(layer.apply(input) as tf.Tensor).dataSync()], [1, 2, 3]);
  t.is(layer.position, 0);
  t.deepEqual(maskOf(create(0, 1), [2]), [1, 1]);
});

test('gradients flow through what was kept alone', t => {
  const layer = create(0.5, 3);
  const input = tf.ones<tf.Rank.R1>([10]);
  const gradient = tf.grad(x => tf.sum(layer.apply(x, {training: true}) as tf.Tensor))(input);
  layer.position = 0;
  t.deepEqual([...gradient.dataSync()], maskOf(layer, [10]));
});
