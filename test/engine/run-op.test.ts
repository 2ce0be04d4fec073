import tf from '@tensorflow/tfjs';
import test from 'ava';
import {attr, runOp} from '../../src/engine/run-op.js';
import {loadRealEngine} from '../real-engine.js';

test.before(async () => {
  await loadRealEngine();
});

test('the identity transform gives back the pictures', t => {
  const pictures = tf.randomUniform([2, 5, 4, 3], 0, 255, 'float32', 1);
  const same = runOp('ImageProjectiveTransformV3', [
    attr.type('dtype', 'float32'),
    attr.string('interpolation', 'BILINEAR'),
    attr.string('fill_mode', 'NEAREST'),
  ], [pictures, tf.tensor2d([[1, 0, 0, 0, 1, 0, 0, 0], [1, 0, 0, 0, 1, 0, 0, 0]]), tf.tensor1d([5, 4], 'int32'), tf.scalar(0)]);
  t.deepEqual(same.shape, [2, 5, 4, 3]);
  t.deepEqual(same.dataSync(), pictures.dataSync());
});

test('attributes of every kind reach TensorFlow', t => {
  const drawn = (seed: number) => [...runOp(
    'StatelessRandomUniform',
    [attr.type('dtype', 'float32'), attr.type('T', 'int32'), attr.type('Tseed', 'int32')],
    [tf.tensor1d([2, 3], 'int32'), tf.tensor1d([seed, 0], 'int32')],
  ).dataSync()];
  t.deepEqual(drawn(1), drawn(1));
  t.notDeepEqual(drawn(1), drawn(2));

  const [a, b] = [tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[5, 6], [7, 8]])];
  const product = runOp('MatMul', [attr.type('T', 'float32'), attr.bool('transpose_a', true), attr.bool('transpose_b', false)], [a, b]);
  t.deepEqual([...product.dataSync()], [26, 30, 38, 44]);

  const blocks = [attr.type('T', 'float32'), attr.int('block_size', 2), attr.string('data_format', 'NHWC')];
  t.deepEqual(runOp('SpaceToDepth', blocks, [tf.tensor4d([1, 9, 3, 4], [1, 2, 2, 1])]).shape, [1, 1, 1, 4]);

  const leaky = runOp('LeakyRelu', [attr.type('T', 'float32'), attr.float('alpha', 0.5)], [tf.tensor1d([-4, 4])]);
  t.deepEqual([...leaky.dataSync()], [-2, 4]);
});

test('what TensorFlow has to say of a wrong call comes as an error', t => {
  t.throws(() => runOp('NoSuchOperation', [], [tf.scalar(1)]), {message: /NoSuchOperation/v});
});

test('results belong to the surrounding tidy', t => {
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    runOp('LeakyRelu', [attr.type('T', 'float32'), attr.float('alpha', 0.5)], [tf.scalar(-1)]);
  });
  t.is(tf.memory().numTensors, before);
});
