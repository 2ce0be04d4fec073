import tf from '@tensorflow/tfjs';
import test from 'ava';
import type {Layer, Pooling2D} from '../../src/domain/generated/experiment-config.js';
import {buildModel} from '../../src/model/build-model.js';
import {fuseLayers} from '../../src/training/fuse-layers.js';
import {logitsOf} from '../../src/training/logits-of.js';
import {completeLayer, completeLayers} from '../complete-layers.js';
import {largestDifference} from '../conformance/differences.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

const convolution = completeLayer({conv2d: {filters: 10, padding: 'same', activation: 'relu'}}).conv2d!;
const pooling: Pooling2D = {pool_size: 2, padding: 'valid'};
const head = completeLayers([{flatten: {}}, {dense: {units: 'classes', activation: 'softmax'}}]);

const cases: Array<{readonly what: string; readonly layers: Layer[]; readonly size?: number; readonly stages: number}> = [
  {what: 'a convolution and its pooling are one', layers: [{conv2d: convolution}, {max_pooling2d: pooling}], stages: 2},
  {what: 'a pooling that pads nothing at even sizes is fused too', layers: [{conv2d: convolution}, {max_pooling2d: {...pooling, padding: 'same'}}], stages: 2},
  {what: 'two in a row', layers: [{conv2d: convolution}, {max_pooling2d: pooling}, {conv2d: {...convolution, padding: 'valid'}}, {max_pooling2d: pooling}], stages: 3},
  {what: 'a pooling that pads at odd sizes is not', layers: [{conv2d: convolution}, {max_pooling2d: {...pooling, padding: 'same'}}], size: 11, stages: 3},
  {what: 'a larger kernel is not', layers: [{conv2d: {...convolution, kernel_size: 5}}, {max_pooling2d: pooling}], stages: 3},
  {what: 'strides are not', layers: [{conv2d: {...convolution, strides: 2}}, {max_pooling2d: pooling}], stages: 3},
  {what: 'another activation is not', layers: [{conv2d: {...convolution, activation: 'tanh'}}, {max_pooling2d: pooling}], stages: 3},
  {what: 'a convolution without bias is not', layers: [{conv2d: {...convolution, use_bias: false}}, {max_pooling2d: pooling}], stages: 3},
  {what: 'larger windows are not', layers: [{conv2d: convolution}, {max_pooling2d: {...pooling, pool_size: 3}}], stages: 3},
  {what: 'windows that overlap are not', layers: [{conv2d: convolution}, {max_pooling2d: {...pooling, strides: 1}}], stages: 3},
  {what: 'means are not', layers: [{conv2d: convolution}, {average_pooling2d: pooling}], stages: 3},
  {what: 'a convolution alone is not', layers: [{conv2d: convolution}, {conv2d: convolution}], stages: 3},
];

for (const {what, layers, size = 12, stages} of cases) {
  test.serial(`${what}, and the network's answers are its layers' own`, t => {
    tf.tidy(() => {
      const model = buildModel({layers: [...layers, ...head], imageSize: size, classes: 3, seed: 1});
      t.is(fuseLayers(model.layers.slice(1, -1)).length, stages);
      const pictures = tf.randomUniform<tf.Rank.R4>([4, size, size, 3], 0, 1, 'float32', 2);
      const answers = tf.softmax(logitsOf(model)(pictures, {training: false})).dataSync();
      t.true(largestDifference(answers, (model.predict(pictures) as tf.Tensor).dataSync()) < 1e-6);
    });
  });
}
