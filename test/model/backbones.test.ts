import {readFile} from 'node:fs/promises';
import test from 'ava';
import type {BackboneName} from '../../src/domain/backbone.js';
import {backboneGraph, backbones} from '../../src/model/backbones.js';
import {stageBeginnings} from '../../src/model/backbones/stage-beginnings.js';
import {paddingOf, traceGraph} from '../../src/model/backbones/trace-graph.js';

// Of Keras 2.15, include_top=False: layers, weights (EfficientNet's without its count of pictures), channels, and the size at 75x75.
const known: Readonly<Record<BackboneName, readonly [layers: number, parameters: number, channels: number, size: number]>> = {
  efficientnet_b0: [238, 4_049_570, 1280, 3],
  efficientnet_b5: [577, 28_513_526, 2048, 3],
  inception_v3: [311, 21_802_784, 2048, 1],
  mobilenet_v2: [154, 2_257_984, 1280, 3],
  resnet50: [175, 23_587_712, 2048, 3],
};

for (const [name, [layers, parameters, channels, size]] of Object.entries(known)) {
  test(`${name} has Keras' layers and weights`, t => {
    const traced = traceGraph(backboneGraph(name as BackboneName), 75);
    t.is(traced.length, layers);
    const sizes = traced.flatMap(({weights}) => weights.map(({shape}) => shape.reduce((product, length) => product * length, 1)));
    t.is(sizes.reduce((sum, size) => sum + size, 0), parameters);
    t.deepEqual(traced.at(-1)!.output, [size, size, channels]);
    const names = traced.map(({node}) => node.name);
    t.is(new Set(names).size, layers);
    for (const [index, {node}] of traced.entries()) {
      t.true(node.inputs.every(input => names.indexOf(input) < index), `${node.name} comes before what it reads`);
    }
  });
}

test('the documentation names the layers that stages begin at', async t => {
  const text = await readFile(new URL('../../../docs/backbones.md', import.meta.url), 'utf8');
  for (const name of Object.keys(backbones) as BackboneName[]) {
    const beginnings = stageBeginnings(backboneGraph(name));
    t.true(text.includes(`\n| \`${name}\` | ${beginnings.map(layer => `\`${layer}\``).join(', ')} |\n`), `${name} is not listed so`);
    t.true(beginnings.length >= 5);
  }
});

test('every backbone that the schema names is there', t => {
  t.deepEqual(Object.keys(backbones).toSorted(), Object.keys(known));
});

test('layers stand in the order of Keras\' model.layers, which is not the one in which they are made', t => {
  const names = backboneGraph('inception_v3').nodes.map(({name}) => name);
  t.deepEqual(names.slice(0, 4), ['input_1', 'conv2d', 'batch_normalization', 'activation']);
  // The first block: the branch of four layers before those of two.
  t.deepEqual(names.slice(18, 24), ['conv2d_8', 'batch_normalization_8', 'activation_8', 'conv2d_6', 'conv2d_9', 'batch_normalization_6']);
  t.deepEqual(names.slice(-6), ['batch_normalization_93', 'activation_85', 'mixed9_1', 'concatenate_1', 'activation_93', 'mixed10']);
});

test('EfficientNet has one more rescaling with weights from a file than with weights that are drawn', t => {
  const [file, none] = (['file', 'none'] as const).map(weights => backboneGraph('efficientnet_b0', weights).nodes.map(({name}) => name));
  t.deepEqual(file!.filter(name => !none!.includes(name)), ['rescaling_1']);
  t.is(none!.length, file!.length - 1);
});

test('zeros before a window of stride 2 depend on whether the picture\'s length is even', t => {
  t.deepEqual(paddingOf({window: 3}, [8, 9]), [[0, 1], [1, 1]]);
  t.deepEqual(paddingOf({window: 5}, [9, 8]), [[2, 2], [1, 2]]);
  t.deepEqual(paddingOf({sides: 3}, [8, 8]), [[3, 3], [3, 3]]);
});
