import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {batchCount, batches, type BatchOrder} from '../../src/dataset/batches.js';
import {Random} from '../../src/engine/random.js';
import {loadRealEngine} from '../real-engine.js';

test.before(async () => {
  await loadRealEngine();
});

const size = 2;
const count = 7;
const epoch: BatchOrder = {
  pixels: {count, size, data: Uint8Array.from({length: count * size * size * 3}, (_, index) => index * 3)},
  labels: [0, 1, 2, 0, 1, 2, 2],
  classCount: 3,
  order: [0, 1, 2, 3, 4, 5, 6],
  batchSize: 3,
};

test('an epoch in order gives each picture once, as floats of 0 to 255, and the last batch takes what is left', t => {
  const seen = [...batches(epoch)];
  t.deepEqual(seen.map(batch => batch.pictures.shape), [[3, 2, 2, 3], [3, 2, 2, 3], [1, 2, 2, 3]]);
  t.is(seen[0]?.pictures.dtype, 'float32');
  t.deepEqual(seen.flatMap(batch => [...batch.pictures.dataSync()]), [...epoch.pixels.data]);
  t.is(batchCount(count, 3), seen.length);
});

test('labels are one-hot and go with their pictures in any order', t => {
  const order = Random.fromSeed(1).permutation(count);
  t.notDeepEqual([...order], epoch.order);
  for (const [place, {pictures, labels}] of [...batches({...epoch, order})].entries()) {
    const indices = [...order].slice(place * 3, (place + 1) * 3);
    const firsts = tf.slice(pictures, [0, 0, 0, 0], [indices.length, 1, 1, 1]).dataSync();
    t.deepEqual([...firsts], indices.map(index => epoch.pixels.data[index * 12]));
    t.deepEqual([...labels.dataSync()], indices.flatMap(index => [0, 1, 2].map(wanted => Number(epoch.labels[index] === wanted))));
  }
});

test('a batch\'s tensors outlive the next batch, and disposing of them leaves nothing', t => {
  const before = tf.memory().numTensors;
  const seen = [...batches(epoch)];
  t.deepEqual(seen[0]!.pictures.dataSync(), Float32Array.from(epoch.pixels.data.subarray(0, 36)));
  for (const {pictures, labels} of seen) {
    tf.dispose([pictures, labels]);
  }

  t.is(tf.memory().numTensors, before);
});
