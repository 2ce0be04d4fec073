import test from 'ava';
import {backboneGraph} from '../../../src/model/backbones.js';
import {fuseGraph} from '../../../src/model/frozen/fuse-graph.js';

function fuse(name: Parameters<typeof backboneGraph>[0], outputs: readonly string[] = []) {
  const {nodes} = backboneGraph(name);
  return fuseGraph(nodes, outputs.length > 0 ? outputs : [nodes.at(-1)!.name]);
}

test('a convolution is one step with its zeros, its normalisation, the sum with a shortcut and its activation', t => {
  const steps = fuse('resnet50');
  // 53 convolutions, of which 16 add a shortcut, and the first pooling with its zeros.
  t.is(steps.length, 53 + 2);
  t.is(steps.filter(({work}) => work.kind === 'convolution' && work.adds).length, 16);
  const [first] = steps;
  t.is(first!.output, 'conv1_relu');
  t.deepEqual(first!.inputs, ['input_1']);
  t.like(first!.work, {kind: 'convolution', zeros: {sides: 3}, activation: 'relu', normalisation: {name: 'conv1_bn'}});
  t.like(steps.at(-1), {output: 'conv5_block3_out', work: {kind: 'convolution', adds: true, activation: 'relu'}});
  t.deepEqual(steps.at(-1)!.inputs, ['conv5_block3_2_relu', 'conv5_block2_out']);
});

test('the steps before EfficientNet\'s first convolution are one, and dropout is none', t => {
  const steps = fuse('efficientnet_b0');
  t.like(steps[0], {output: 'rescaling_1', inputs: ['input_1'], work: {kind: 'affine', nodes: {length: 3}}});
  t.false(steps.some(({output}) => output.endsWith('_drop') || output.endsWith('_reshape')));
  t.deepEqual(steps.find(({output}) => output === 'block2b_add')!.inputs, ['block2b_se_excite', 'block2a_project_bn']);
});

test('what is asked for is not swallowed', t => {
  const plain = fuse('inception_v3');
  const asked = fuse('inception_v3', ['conv2d_92', 'mixed10']);
  // That convolution's normalisation and activation then stand by themselves.
  t.is(asked.length, plain.length + 2);
  t.true(asked.some(({output}) => output === 'conv2d_92'));
});

test('InceptionV3\'s means are taken over the fewer channels behind their convolutions', t => {
  const steps = fuse('inception_v3');
  const means = steps.filter(({work}) => work.kind === 'layer' && work.node.kind === 'average_pooling2d');
  t.is(means.length, 9);
  for (const {inputs: [before]} of means) {
    t.like(steps.find(({output}) => output === before)!.work, {kind: 'convolution', activation: 'linear'});
  }
});
