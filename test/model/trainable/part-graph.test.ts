import test from 'ava';
import {backboneGraph} from '../../../src/model/backbones.js';
import {partGraph} from '../../../src/model/trainable/part-graph.js';

test('all layers from the named one on are trained, in Keras\' order, and those between are known', t => {
  const {nodes} = backboneGraph('inception_v3');
  const {frozen, trained, between} = partGraph(nodes, 'conv2d_87');
  t.is(frozen.length + trained.length, nodes.length);
  t.is(trained[0]!.name, 'conv2d_87');
  // In the midst of a block: other branches are half done.
  t.true(between.length > 1);
  t.true(between.every(name => frozen.some(node => node.name === name)));
});

test('what has nothing to learn is left with the frozen layers', t => {
  const {nodes} = backboneGraph('efficientnet_b0');
  t.is(partGraph(nodes, true).trained[0]!.name, 'stem_conv');
  t.deepEqual(partGraph(nodes, true).between, ['stem_conv_pad']);
  t.is(partGraph(nodes, 'block7a_se_excite').trained[0]!.name, 'block7a_project_conv');
  t.deepEqual(partGraph(nodes, false), {frozen: nodes, trained: [], between: []});
  t.throws(() => partGraph(nodes, 'block8a'), {message: /no layer block8a/v});
});
