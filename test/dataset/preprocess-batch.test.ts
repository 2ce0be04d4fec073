import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {preprocessBatch} from '../../src/dataset/preprocess-batch.js';
import {loadRealEngine} from '../real-engine.js';

test.before(async () => {
  await loadRealEngine();
});

// The values of every mode are compared with Keras' in test/conformance/preprocessing.
for (const mode of ['unit', 'tf', 'torch', 'caffe'] as const) {
  test(`${mode} gives one new tensor and leaves the batch as it was`, t => {
    const values = [0, 127.5, 255, 10, 20, 30];
    const batch = tf.tensor4d(values, [1, 1, 2, 3]);
    const before = tf.memory().numTensors;
    const made = preprocessBatch(batch, mode);
    t.is(tf.memory().numTensors, before + 1);
    t.notDeepEqual([...made.dataSync()], values);
    t.deepEqual([...batch.dataSync()], values);
  });
}

test('none gives the batch itself', t => {
  const batch = tf.tensor4d([0, 127.5, 255], [1, 1, 1, 3]);
  t.is(preprocessBatch(batch, 'none'), batch);
});
