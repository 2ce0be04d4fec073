import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {Layer, Pooling2D} from '../../src/domain/generated/experiment-config.js';
import {buildModel} from '../../src/model/build-model.js';
import {fuseLayers} from '../../src/training/fuse-layers.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {logitsOf, type Logits} from '../../src/training/logits-of.js';
import {trainStep} from '../../src/training/train-step.js';
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
  test.serial(`${what}, and the network's answers are its layers' own`, async t => {
    const model = await buildModel({layers: [...layers, ...head], imageSize: size, classes: 3, seed: 1});
    tf.tidy(() => {
      t.is(fuseLayers(model.layers.slice(1, -1)).length, stages);
      const pictures = tf.randomUniform<tf.Rank.R4>([4, size, size, 3], 0, 1, 'float32', 2);
      const answers = tf.softmax(logitsOf(model)(pictures, {training: false})).dataSync();
      t.true(largestDifference(answers, (model.predict(pictures) as tf.Tensor).dataSync()) < 1e-6);
    });
  });
}

/** model1 in small, with a second dense layer; `frozen` are the layers that keep their weights. */
async function network(frozen: readonly number[]): Promise<tf.Sequential> {
  const trainable = (index: number) => ({trainable: !frozen.includes(index)});
  return buildModel({
    layers: [
      {conv2d: {...convolution, ...trainable(0)}},
      {max_pooling2d: pooling},
      {conv2d: {...convolution, ...trainable(2)}},
      {max_pooling2d: pooling},
      {flatten: {}},
      completeLayer({dense: {units: 12, activation: 'relu', ...trainable(5)}}),
      completeLayer({dense: {units: 'classes', activation: 'softmax', ...trainable(6)}}),
    ],
    imageSize: 13,
    classes: 3,
    seed: 5,
  });
}

/** The network's logits by its layers, one by one, with nothing fused and no products. */
function plainLogits(model: tf.Sequential): Logits {
  const [head, ...others] = model.layers.filter(layer => layer.getClassName() !== 'InputLayer').toReversed();
  return (pictures, {training}) => tf.tidy(() => {
    const features = others.toReversed().reduce<tf.Tensor>((input, layer) => layer.apply(input, {training}) as tf.Tensor, pictures);
    const [kernel, bias] = head!.weights;
    return tf.add(tf.matMul(features as tf.Tensor2D, kernel!.read()), bias!.read());
  });
}

for (const frozen of [[], [0], [0, 2], [2], [5], [0, 2, 5], [6]]) {
  for (const batch of [1, 5]) {
    test.serial(`weights move as the plain layers', with ${batch} pictures a step and ${frozen.length === 0 ? 'nothing' : `layers ${frozen.join(', ')}`} frozen`, async t => {
      const weights = await Promise.all([logitsOf, plainLogits].map(async make => {
        const model = await network(frozen);
        const optimizer = createOptimizer(
          {name: 'nadam', learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7, weight_decay: 0.1},
          model.trainableWeights.map(weight => weight.read() as tf.Variable),
        );
        const logits = make(model);
        for (let step = 0; step < 4; step++) {
          tf.tidy(() => {
            const pictures = tf.randomUniform<tf.Rank.R4>([batch, 13, 13, 3], 0, 1, 'float32', step);
            const labels = tf.oneHot(tf.range(0, batch, 1, 'int32'), 3).toFloat() as tf.Tensor2D;
            trainStep({logits, optimizer, loss: {labelSmoothing: 0.1}}, {pictures, labels});
          });
        }

        const values = model.getWeights().flatMap(weight => [...weight.dataSync()]);
        optimizer.dispose();
        model.dispose();
        return values;
      }));
      t.true(largestDifference(weights[0]!, weights[1]!) < 1e-5);
      const fresh = await network(frozen);
      t.notDeepEqual(weights[0], fresh.getWeights().flatMap(weight => [...weight.dataSync()]));
    });
  }
}
