import test, {type ExecutionContext} from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {Pixels} from '../../src/domain/dataset.js';
import {Random} from '../../src/engine/random.js';
import type {View} from '../../src/features/feature-source.js';
import type {RunOrder} from '../../src/protocol/messages.js';
import {FeatureExtractor, photosAtOnce} from '../../src/worker/feature-extractor.js';
import {poolMaps} from '../../src/worker/pool-maps.js';
import {completeLayers} from '../complete-layers.js';
import {digestsOf} from '../features/fixtures.js';
import {noAugment} from '../no-augment.js';
import {loadRealEngine} from '../real-engine.js';
import {sharedWeights} from './feature-rows.js';
import {createFolder, tinyOrder} from './tiny-run.js';

test.before(loadRealEngine);

const digests = digestsOf(...Array.from({length: 20}, (_, index) => String(index)));
const view: View = {
  augment: {...noAugment, rotation_range: 30, zoom_range: 0.2, horizontal_flip: true, brightness_range: [0.8, 1.2], cutout: 0.2},
  number: 1,
};

/** Twenty photos of noise, each its own. */
function draw(size: number): Pixels {
  const random = Random.fromSeed(1);
  return {count: 20, size, data: Uint8Array.from({length: 20 * size * size * 3}, () => Math.floor(random.uniform() * 256))};
}

async function open(t: ExecutionContext): Promise<FeatureExtractor> {
  const order: RunOrder = {
    ...await tinyOrder(await createFolder(t), 'run', {
      preprocess: 'tf',
      model: {
        backbone: {name: 'mobilenet_v2', weights: '/mobilenet.h5', trainable: false},
        layers: completeLayers([{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}]),
      },
    }),
    weights: await sharedWeights(),
  };
  return FeatureExtractor.open(order);
}

// In steps of 32 pixels, and with a last map of one, of four and of nine pixels.
for (const [size, of] of [[32, undefined], [45, undefined], [90, undefined], [45, view]] as const) {
  test.serial(`a photo's features are the same bits alone, in other company and at another place: ${size}x${size}${of ? ', augmented' : ''}`, async t => {
    const extractor = await open(t);
    const pixels = draw(size);
    const look = async (indices: readonly number[]) =>
      extractor.look({pixels, indices, digests: indices.map(index => digests[index]!), view: of});
    const first = Array.from({length: photosAtOnce}, (_, index) => index);
    const together = await look(first);
    const width = together.length / photosAtOnce;
    t.is(width, 2 * 1280);
    const rowOf = (values: Float32Array, place: number) => values.slice(place * width, (place + 1) * width);
    t.notDeepEqual(rowOf(together, 0), rowOf(together, 1));
    for (const index of [0, 1, 7, 15]) {
      t.deepEqual(await look([index]), rowOf(together, index));
    }

    const shuffled = [19, 3, 18, 15, 0, 17, 7];
    const others = await look(shuffled);
    t.is(others.length, shuffled.length * width);
    for (const index of shuffled.filter(each => each < photosAtOnce)) {
      t.deepEqual(rowOf(others, shuffled.indexOf(index)), rowOf(together, index));
    }

    extractor.dispose();
  });
}

test.serial('a view changes a photo by its number and by the photo\'s bytes, not by its name or place', async t => {
  const extractor = await open(t);
  const pixels = draw(32);
  const look = async (digest: string, number: number) => extractor.look({pixels, indices: [0], digests: [digest], view: {...view, number}});
  const one = await look(digests[0]!, 1);
  t.deepEqual(await look(digests[0]!, 1), one);
  t.notDeepEqual(await look(digests[0]!, 2), one);
  t.notDeepEqual(await look(digests[1]!, 1), one);
  t.notDeepEqual(one, await extractor.look({pixels, indices: [0], digests: [digests[0]!], view: undefined}));
  // The same bytes at another place.
  const twice: Pixels = {...pixels, data: Uint8Array.from(pixels.data, (_, at) => pixels.data[at % (32 * 32 * 3)]!)};
  t.deepEqual(await extractor.look({pixels: twice, indices: [9], digests: [digests[0]!], view: {...view, number: 1}}), one);
  extractor.dispose();
});

test.serial('looking leaves nothing behind, and dispose frees the backbone', async t => {
  const before = tf.memory().numTensors;
  const extractor = await open(t);
  const held = tf.memory().numTensors;
  const pixels = draw(32);
  await extractor.look({pixels, indices: [1, 2], digests: digests.slice(1, 3), view});
  t.is(tf.memory().numTensors, held);
  extractor.dispose();
  t.is(tf.memory().numTensors, before);
});

test('pooling gives each channel\'s mean, then each channel\'s maximum', t => {
  const pooled = tf.tidy(() => poolMaps(tf.tensor4d([1, -8, 3, -4, 5, -6, 7, -2], [1, 2, 2, 2])));
  t.deepEqual(pooled.shape, [1, 4]);
  t.deepEqual([...pooled.dataSync()], [4, -5, 7, -2]);
  pooled.dispose();
});
