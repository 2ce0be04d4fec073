import tf from '@tensorflow/tfjs';
import test from 'ava';
import {preprocessBatch} from '../../src/dataset/preprocess-batch.js';
import {loadRealEngine} from '../real-engine.js';

test.before(async () => {
  await loadRealEngine();
});

// Keras 2.15: `imagenet_utils.preprocess_input(np.array([[[[0., 127.5, 255.], [10., 20., 30.]]]]), mode=…)`; unit is x * (1/255).
const expected = {
  none: [0, 127.5, 255, 10, 20, 30],
  unit: [0, 0.5, 1, 0.039_215_688, 0.078_431_375, 0.117_647_06],
  tf: [-1, 0, 1, -0.921_568_6, -0.843_137_3, -0.764_705_9],
  torch: [-2.117_904, 0.196_428_6, 2.64, -1.946_655_5, -1.685_574_2, -1.281_568_6],
  caffe: [151.061, 10.721, -123.68, -73.939, -96.779, -113.68],
} as const;

for (const mode of ['none', 'unit', 'tf', 'torch', 'caffe'] as const) {
  test(`${mode} is Keras'`, t => {
    const batch = tf.tensor4d([0, 127.5, 255, 10, 20, 30], [1, 1, 2, 3]);
    const before = tf.memory().numTensors;
    const made = preprocessBatch(batch, mode);
    for (const [index, value] of made.dataSync().entries()) {
      t.true(Math.abs(value - expected[mode][index]!) < 1e-4, `${index}: ${value}`);
    }

    t.is(tf.memory().numTensors, before + (mode === 'none' ? 0 : 1));
  });
}
