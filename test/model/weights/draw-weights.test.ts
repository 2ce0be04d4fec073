import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {backboneGraph} from '../../../src/model/backbones.js';
import type {BackboneWeights} from '../../../src/model/weights/backbone-weights.js';
import {drawWeights} from '../../../src/model/weights/draw-weights.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(loadRealEngine);

const read = (weights: BackboneWeights, name: string) => [...weights.get(name)!.dataSync()];
const largest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

test.serial('kernels are glorot_uniform as Keras draws them, biases and averages where they begin', t => {
  const weights = drawWeights(backboneGraph('resnet50', 'none'), 3);
  // 1x1 from 64 to 256 channels.
  const limit = Math.sqrt(6 / 320);
  const kernel = read(weights, 'conv2_block1_3_conv/kernel');
  t.true(largest(kernel) <= limit && largest(kernel) > 0.99 * limit);
  for (const [name, value] of [['conv1_conv/bias', 0], ['conv1_bn/gamma', 1], ['conv1_bn/beta', 0], ['conv1_bn/moving_mean', 0], ['conv1_bn/moving_variance', 1]] as const) {
    t.true(read(weights, name).every(each => each === value), `${name} is not ${value}`);
  }

  tf.dispose([...weights.values()]);
});

test.serial('EfficientNet\'s are normal by the outputs\' fan, cut off at two deviations', t => {
  const weights = drawWeights(backboneGraph('efficientnet_b0', 'none'), 3);
  // 3x3 with one filter a channel: a fan of 9; 1x1 to 1280 channels.
  for (const [name, fan] of [['block2a_dwconv/depthwise_kernel', 9], ['top_conv/kernel', 1280]] as const) {
    const values = read(weights, name);
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value ** 2), 0) / values.length);
    t.true(Math.abs((deviation / Math.sqrt(2 / fan)) - 1) < 0.06, `${name}: ${deviation}`);
    // What is left at the cut is 2 / 0.88 of the deviation.
    t.true(largest(values) <= 2.28 * Math.sqrt(2 / fan), `${name}: ${largest(values)}`);
  }

  tf.dispose([...weights.values()]);
});

test.serial('the same seed draws the same, and no two layers the same', t => {
  const graph = backboneGraph('mobilenet_v2', 'none');
  const [one, again, other] = [1, 1, 2].map(seed => {
    const weights = drawWeights(graph, seed);
    const [first, second] = ['block_2_expand/kernel', 'block_1_project/kernel'].map(name => read(weights, name));
    tf.dispose([...weights.values()]);
    return {first, second};
  });
  t.deepEqual(again, one);
  t.notDeepEqual(other!.first, one!.first);
  t.notDeepEqual(one!.first!.slice(0, 20), one!.second!.slice(0, 20));
});
