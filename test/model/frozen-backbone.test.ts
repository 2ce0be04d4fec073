import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {backboneGraph} from '../../src/model/backbones.js';
import {FrozenBackbone, loadFrozenBackbone} from '../../src/model/frozen-backbone.js';
import {drawWeights} from '../../src/model/weights/draw-weights.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

const photos = (size: number) => tf.randomUniform<tf.Rank.R4>([2, size, size, 3], 0, 255, 'float32', 3);

for (const [name, size, shape] of [['mobilenet_v2', 33, [2, 2, 2, 1280]], ['efficientnet_b0', 32, [2, 1, 1, 1280]]] as const) {
  test.serial(`${name} without a file: the seed says which features`, async t => {
    const pictures = photos(size);
    const [one, again, other] = await Promise.all([1, 1, 2].map(async seed => {
      const backbone = await loadFrozenBackbone({name, weights: undefined, seed});
      const features = backbone.features(pictures);
      t.deepEqual(features.shape, [...shape]);
      const values = features.dataSync();
      t.true(values.every(value => Number.isFinite(value)));
      backbone.dispose();
      features.dispose();
      return values;
    }));
    t.deepEqual(again, one);
    t.notDeepEqual(other, one);
    pictures.dispose();
  });
}

test.serial('nothing is left behind but the features, and dispose frees all', async t => {
  const pictures = photos(32);
  const before = tf.memory().numTensors;
  const backbone = await loadFrozenBackbone({name: 'efficientnet_b0', weights: undefined, seed: 1});
  const held = tf.memory().numTensors;
  const features = [backbone.features(pictures), backbone.features(pictures)];
  t.is(tf.memory().numTensors, held + 2);
  t.deepEqual(features[1]!.dataSync(), features[0]!.dataSync());
  tf.dispose(features);
  backbone.dispose();
  t.is(tf.memory().numTensors, before);
  pictures.dispose();
});

test.serial('the weights stay the caller\'s', t => {
  const graph = backboneGraph('mobilenet_v2');
  const weights = drawWeights(graph, 5);
  const pictures = photos(32);
  const backbone = new FrozenBackbone(graph, weights);
  const before = backbone.features(pictures).dataSync();
  tf.dispose([...weights.values()]);
  t.deepEqual(backbone.features(pictures).dataSync(), before);
  backbone.dispose();
});

test.serial('no gradient is kept for, nor flows through', async t => {
  const backbone = await loadFrozenBackbone({name: 'mobilenet_v2', weights: undefined, seed: 1});
  const pictures = photos(32);
  const factor = tf.variable(tf.scalar(2));
  const {grads} = tf.variableGrads(() => tf.mean(tf.mul(backbone.features(pictures), factor)), [factor]);
  t.deepEqual(Object.keys(grads), [factor.name]);
  backbone.dispose();
});
