import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {attr, runOp, runOpOutputs, type OpType} from '../../src/engine/run-op.js';
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

// Ops that keep a list of tensors between calls: their types are a list and nothing else.
test('a list of types reaches TensorFlow as a list, of one, of several and of none', t => {
  const stage = (types: OpType[], tensors: tf.Tensor[], name: string) => {
    runOpOutputs('Stage', [attr.types('dtypes', types), attr.string('shared_name', name)], tensors, 0);
    return runOpOutputs('Unstage', [attr.types('dtypes', types), attr.string('shared_name', name)], [], types.length);
  };

  const both = stage(['float32', 'int32'], [tf.tensor1d([1.5, 2]), tf.tensor1d([3], 'int32')], 'two');
  t.deepEqual(both.map(({dtype}) => dtype), ['float32', 'int32']);
  t.deepEqual(both.map(tensor => [...tensor.dataSync()]), [[1.5, 2], [3]]);
  t.deepEqual([...stage(['float32'], [tf.tensor1d([7])], 'one')[0]!.dataSync()], [7]);
  t.deepEqual([...runOp('StageSize', [attr.types('dtypes', []), attr.string('shared_name', 'none')], []).dataSync()], [0]);
});

test('a list of texts reaches TensorFlow as a list, of one, of several and of none', t => {
  const product = (ops: string[]) => [...runOp('_FusedMatMul', [
    attr.type('T', 'float32'),
    attr.bool('transpose_a', false),
    attr.bool('transpose_b', false),
    attr.int('num_args', ops.length > 0 ? 1 : 0),
    attr.strings('fused_ops', ops),
    attr.float('epsilon', 0),
  ], [tf.tensor2d([[2, 3]]), tf.tensor2d([[1, -1], [1, -1]]), ...ops.length > 0 ? [tf.tensor1d([10, 1])] : []]).dataSync()];
  t.deepEqual(product(['BiasAdd']), [15, -4]);
  t.deepEqual(product(['BiasAdd', 'Relu']), [15, 0]);
  t.throws(() => product(['BiasAdd', 'NoSuchOperation']), {message: /NoSuchOperation/v});
  t.throws(() => product([]), {message: /fus/iv});
});

test('a text with commas stays one text where no list is wanted', t => {
  const joined = runOp('StringJoin', [attr.int('N', 2), attr.string('separator', ', ')], [tf.scalar('a', 'string'), tf.scalar('b', 'string')]);
  t.deepEqual([...joined.dataSync() as unknown as string[]], ['a, b']);
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
