import test from 'ava';
import {buildModel} from '../../src/model/build-model.js';
import {mixesPictures} from '../../src/model/mixes-pictures.js';
import {completeLayers} from '../complete-layers.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

const head = [{flatten: {}}, {dense: {units: 'classes', activation: 'softmax'}}];

async function mixes(layers: readonly object[]): Promise<boolean> {
  const model = await buildModel({layers: completeLayers([...layers, ...head]), imageSize: 8, classes: 3, seed: 1});
  return mixesPictures(model.layers);
}

test('batch normalisation that trains mixes the pictures of a batch, wherever it stands', async t => {
  t.false(await mixes([{dropout: 0.5}]));
  t.true(await mixes([{batch_normalization: {}}]));
  t.false(await mixes([{batch_normalization: {trainable: false}}]));
  t.true(await mixes([{concatenate: [{dropout: 0.1}, {batch_normalization: {}}]}]));
});

test('so does a backbone that is trained, where a normalisation is among its trained layers', async t => {
  const backbone = {name: 'mobilenet_v2', weights: undefined} as const;
  const network = {layers: completeLayers(head), imageSize: 32, classes: 3, seed: 1};
  t.true(mixesPictures((await buildModel({...network, backbone: {...backbone, trainable: true}})).layers));
  t.false(mixesPictures((await buildModel({...network, backbone: {...backbone, trainable: false}})).layers));
});
