import test, {type ExecutionContext} from 'ava';
import tf from '../../../src/engine/tfjs.js';
import type {BackboneActivation, BackboneNode} from '../../../src/domain/backbone.js';
import {FrozenPlan} from '../../../src/model/frozen/frozen-plan.js';
import {fuseGraph} from '../../../src/model/frozen/fuse-graph.js';
import {largestDifferenceToPeak} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(loadRealEngine);

const channels = 3;
const window = {size: [3, 3], strides: 1, padding: 'same'} as const;
const conv: BackboneNode = {
  name: 'conv', inputs: ['input'], kind: 'conv2d',
  options: {...window, filters: channels, bias: true, activation: 'linear', initializer: 'glorot_uniform'},
};
const depthwise: BackboneNode = {name: 'conv', inputs: ['input'], kind: 'depthwise_conv2d', options: {...window, initializer: 'glorot_uniform'}};
const normalisation: BackboneNode = {
  name: 'norm', inputs: ['conv'], kind: 'batch_normalization', options: {epsilon: 1e-3, momentum: 0.99, scale: true},
};
const weights = () => new Map([
  ['conv/kernel', tf.randomNormal([3, 3, channels, channels], 0, 0.5, 'float32', 1)],
  ['conv/depthwise_kernel', tf.randomNormal([3, 3, channels, 1], 0, 0.5, 'float32', 2)],
  ['conv/bias', tf.randomNormal([channels], 0, 1, 'float32', 3)],
  ['norm/gamma', tf.randomUniform([channels], 0.5, 1.5, 'float32', 4)],
  ['norm/beta', tf.randomNormal([channels], 0, 1, 'float32', 5)],
  ['norm/moving_mean', tf.randomNormal([channels], 0, 1, 'float32', 6)],
  ['norm/moving_variance', tf.randomUniform([channels], 0.5, 1.5, 'float32', 7)],
]);

const activations: Record<BackboneActivation, (x: tf.Tensor) => tf.Tensor> = {
  relu: tf.relu, relu6: tf.relu6, sigmoid: tf.sigmoid, swish: x => tf.mul(x, tf.sigmoid(x)),
};

for (const activation of Object.keys(activations) as BackboneActivation[]) {
  const last: BackboneNode = {name: 'last', inputs: ['add'], kind: 'activation', options: {activation}};
  test.serial(`a convolution, the sum with what it took and ${activation} are what they are one after the other`, t => {
    const nodes: BackboneNode[] = [{name: 'input', inputs: [], kind: 'input'}, conv, {name: 'add', inputs: ['input', 'conv'], kind: 'add'}, last];
    t.like(fuseGraph(nodes, ['last']), [{work: {kind: 'convolution', adds: true, activation}}]);
    check(t, nodes, (x, of) => {
      const product = tf.add(tf.conv2d(x, of('conv/kernel') as tf.Tensor4D, 1, 'same'), of('conv/bias'));
      return activations[activation](tf.add(x, product));
    });
  });

  for (const [what, node] of [['a convolution', conv], ['a depthwise convolution', depthwise]] as const) {
    test.serial(`${what}, its normalisation and ${activation} are what they are one after the other`, t => {
      const nodes: BackboneNode[] = [{name: 'input', inputs: [], kind: 'input'}, node, normalisation, {...last, inputs: ['norm']}];
      t.like(fuseGraph(nodes, ['last']), [{work: {kind: 'convolution', activation}}]);
      check(t, nodes, (x, of) => {
        const product = node === conv
          ? tf.add(tf.conv2d(x, of('conv/kernel') as tf.Tensor4D, 1, 'same'), of('conv/bias'))
          : tf.depthwiseConv2d(x, of('conv/depthwise_kernel') as tf.Tensor4D, 1, 'same');
        const [mean, variance, beta, gamma] = ['moving_mean', 'moving_variance', 'beta', 'gamma'].map(name => of(`norm/${name}`) as tf.Tensor1D);
        return activations[activation](tf.batchNorm(product as tf.Tensor4D, mean!, variance!, beta, gamma, 1e-3));
      });
    });
  }
}

const pointwise = (name: string, input: string, filters: number): BackboneNode => ({
  name, inputs: [input], kind: 'conv2d',
  options: {size: [1, 1], strides: 1, padding: 'same', filters, bias: false, activation: 'linear', initializer: 'glorot_uniform'},
});

test.serial('a mean that a narrower convolution alone reads is taken behind it, and is what it was', t => {
  const nodes: BackboneNode[] = [
    {name: 'input', inputs: [], kind: 'input'},
    pointwise('wide', 'input', 8),
    {name: 'mean', inputs: ['wide'], kind: 'average_pooling2d', options: window},
    pointwise('narrow', 'mean', channels),
    {...normalisation, inputs: ['narrow']},
    {name: 'last', inputs: ['norm'], kind: 'activation', options: {activation: 'relu'}},
  ];
  t.deepEqual(fuseGraph(nodes, ['last']).map(({output}) => output), ['wide', 'norm', 'mean', 'last']);
  // Whoever asks for what lies between has it as it was.
  t.deepEqual(fuseGraph(nodes, ['norm', 'last']).map(({output}) => output), ['wide', 'mean', 'norm', 'last']);
  const kernels = {wide: tf.randomNormal<tf.Rank.R4>([1, 1, channels, 8], 0, 0.5, 'float32', 9), narrow: tf.randomNormal<tf.Rank.R4>([1, 1, 8, channels], 0, 0.5, 'float32', 10)};
  check(t, nodes, (x, of) => {
    const mean = tf.avgPool(tf.conv2d(x, kernels.wide, 1, 'same'), 3, 1, 'same');
    const [average, variance, beta, gamma] = ['moving_mean', 'moving_variance', 'beta', 'gamma'].map(name => of(`norm/${name}`) as tf.Tensor1D);
    return tf.relu(tf.batchNorm(tf.conv2d(mean, kernels.narrow, 1, 'same'), average!, variance!, beta, gamma, 1e-3));
  }, Object.entries(kernels).map(([name, kernel]) => [`${name}/kernel`, kernel]));
  tf.dispose(kernels);
});

test.serial('means behind each other are each taken behind their convolution, and are what they were', t => {
  const nodes: BackboneNode[] = [
    {name: 'input', inputs: [], kind: 'input'},
    pointwise('wide', 'input', 8),
    {name: 'mean', inputs: ['wide'], kind: 'average_pooling2d', options: window},
    pointwise('narrow', 'mean', 5),
    {name: 'mean_again', inputs: ['narrow'], kind: 'average_pooling2d', options: window},
    pointwise('narrowest', 'mean_again', channels),
    {name: 'last', inputs: ['narrowest'], kind: 'activation', options: {activation: 'relu'}},
  ];
  const kernels = {
    wide: tf.randomNormal<tf.Rank.R4>([1, 1, channels, 8], 0, 0.5, 'float32', 9),
    narrow: tf.randomNormal<tf.Rank.R4>([1, 1, 8, 5], 0, 0.5, 'float32', 10),
    narrowest: tf.randomNormal<tf.Rank.R4>([1, 1, 5, channels], 0, 0.5, 'float32', 11),
  };
  const meanOf = (x: tf.Tensor4D) => tf.avgPool(x, 3, 1, 'same');
  check(t, nodes, x => {
    const narrow = tf.conv2d(meanOf(tf.conv2d(x, kernels.wide, 1, 'same')), kernels.narrow, 1, 'same');
    return tf.relu(tf.conv2d(meanOf(narrow), kernels.narrowest, 1, 'same'));
  }, Object.entries(kernels).map(([name, kernel]) => [`${name}/kernel`, kernel]));
  tf.dispose(kernels);
});

/** Runs a plan of these layers, twice, beside the same by tfjs' ops. */
function check(
  t: ExecutionContext,
  nodes: readonly BackboneNode[],
  expected: (x: tf.Tensor4D, of: (name: string) => tf.Tensor) => tf.Tensor,
  more: ReadonlyArray<readonly [string, tf.Tensor]> = [],
): void {
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const all = weights();
    // A depthwise convolution has no bias.
    const own = new Map([...[...all].filter(([name]) => nodes[1]!.kind === 'conv2d' || name !== 'conv/bias'), ...more]);
    const plan = new FrozenPlan(nodes, ['last'], own);
    const x = tf.randomNormal<tf.Rank.R4>([2, 6, 5, channels], 0, 2, 'float32', 8);
    const values = Float32Array.from(x.dataSync());
    const [one, again] = [plan.run(x), plan.run(x)].map(([output]) => output!.dataSync());
    const wanted = expected(x, name => all.get(name)!);
    t.true(largestDifferenceToPeak(one!, wanted.dataSync()) < 1e-5);
    t.deepEqual(again, one);
    // Also where the sum's other half is what the convolution took.
    t.deepEqual(x.dataSync(), values);
    plan.dispose();
  });
  t.is(tf.memory().numTensors, before);
}
