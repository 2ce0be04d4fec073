import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {LayerCall} from '../../src/model/layer-call.js';
import {dropout, type Dropout} from '../../src/model/layers/dropout.js';
import {layerContext} from '../layer-context.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

const create = (rate: number, seed: number) => dropout(rate, layerContext('dropout', seed)) as Dropout;

function maskOf(layer: Dropout, {shape = [50, 40], ...call}: LayerCall & {shape?: number[]} = {}): number[] {
  return tf.tidy(() => [...(layer.apply(tf.ones(shape), {training: true, ...call}) as tf.Tensor).dataSync()]);
}

test('in training a share of the values is zero and the others make up for it', t => {
  const mask = maskOf(create(0.25, 1), {shape: [200, 200]});
  t.deepEqual([...new Set(mask)].toSorted((left, right) => left - right), [0, Math.fround(1 / 0.75)]);
  const dropped = mask.filter(value => value === 0).length / mask.length;
  // Five standard deviations of 40 000 draws.
  t.true(Math.abs(dropped - 0.25) < 5 * Math.sqrt(0.25 * 0.75 / 40_000));
});

test('every step has a mask of its own, however often it is asked for', t => {
  const layer = create(0.5, 1);
  t.notDeepEqual(maskOf(layer, {step: 1}), maskOf(layer, {step: 0}));
  t.deepEqual(maskOf(layer, {step: 1}), maskOf(layer, {step: 1}));
});

test('the same seed gives the same masks, another seed others', t => {
  const masks = maskOf(create(0.5, 1), {step: 3});
  t.deepEqual(maskOf(create(0.5, 1), {step: 3}), masks);
  t.notDeepEqual(maskOf(create(0.5, 2), {step: 3}), masks);
});

test('parts of a batch meet what the whole batch does', t => {
  const layer = create(0.5, 1);
  const parts = [0, 20, 40].flatMap(start => maskOf(layer, {step: 2, shape: [Math.min(20, 50 - start), 40], part: {start, of: 50}}));
  t.deepEqual(parts, maskOf(layer, {step: 2}));
});

test('in inference, and with rate 0, nothing happens', t => {
  const layer = create(0.5, 1);
  const input = tf.tensor2d([[1, 2, 3]]);
  t.deepEqual([...(layer.apply(input) as tf.Tensor).dataSync()], [1, 2, 3]);
  t.deepEqual(maskOf(create(0, 1), {shape: [2]}), [1, 1]);
});

test('gradients flow through what was kept alone', t => {
  const layer = create(0.5, 3);
  const input = tf.ones<tf.Rank.R1>([10]);
  const gradient = tf.grad(x => tf.sum(layer.apply(x, {training: true}) as tf.Tensor))(input);
  t.deepEqual([...gradient.dataSync()], maskOf(layer, {shape: [10]}));
});
