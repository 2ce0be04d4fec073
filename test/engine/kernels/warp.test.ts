import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {warp} from '../../../src/engine/kernels/warp.js';
import {hasNativeOps} from '../../../src/engine/native-ops.js';
import {Random} from '../../../src/engine/random.js';
import {attr, runOp} from '../../../src/engine/run-op.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(async t => {
  await loadRealEngine();
  t.true(hasNativeOps(), 'ablate\'s own ops were not compiled here: the set-up said why');
});

function byTensorFlow(pictures: tf.Tensor4D, maps: tf.Tensor2D): tf.Tensor {
  const [, height, width] = pictures.shape;
  const attrs = [attr.type('dtype', 'float32'), attr.string('interpolation', 'BILINEAR'), attr.string('fill_mode', 'NEAREST')];
  return runOp('ImageProjectiveTransformV3', attrs, [pictures, maps, tf.tensor1d([height, width], 'int32'), tf.scalar(0, 'float32')]);
}

/** Maps that turn, stretch, shift and, where `depth` is not 0, look from the side. */
function drawMaps(count: number, reach: number, depth: number, random: Random): tf.Tensor2D {
  const maps = Array.from({length: count}, () => {
    const near = () => random.uniform(-1.5, 1.5);
    const tilt = () => random.uniform(-depth, depth);
    return [near(), near(), random.uniform(-reach, reach), near(), near(), random.uniform(-reach, reach), tilt(), tilt()];
  });
  return tf.tensor2d(maps, [count, 8], 'float32');
}

const shapes: ReadonlyArray<readonly [number, number, number]> = [[1, 1, 1], [3, 2, 5], [2, 37, 70], [5, 64, 33], [2, 150, 150]];

for (const [count, height, width] of shapes) {
  test.serial(`the bits are TensorFlow's own: ${count} pictures of ${height}x${width}`, t => {
    const random = Random.fromSeed(height);
    for (const depth of [0, 0.01, 1]) {
      tf.tidy(() => {
        const values = Float32Array.from({length: count * height * width * 3}, () => random.uniform(0, 255));
        const pictures = tf.tensor4d(values, [count, height, width, 3]);
        const maps = drawMaps(count, Math.max(height, width), depth, random);
        t.deepEqual(warp(pictures, maps).dataSync(), byTensorFlow(pictures, maps).dataSync());
      });
    }
  });
}

test.serial('where a map has no place in the input, both give 0', t => {
  tf.tidy(() => {
    const pictures = tf.ones<tf.Rank.R4>([1, 3, 4, 3]);
    const maps = tf.tensor2d([[1, 0, 0, 0, 1, 0, -0.5, 0]]);
    const values = warp(pictures, maps).dataSync();
    t.deepEqual([...values.subarray(6, 9)], [0, 0, 0]);
    t.deepEqual(values, byTensorFlow(pictures, maps).dataSync());
  });
});

test.serial('pictures and maps that do not fit are refused', t => {
  t.throws(() => warp(tf.ones([1, 2, 2, 4]), tf.ones([1, 8])), {message: /must be/v});
  t.throws(() => warp(tf.ones([2, 2, 2, 3]), tf.ones([1, 8])), {message: /must be/v});
});
