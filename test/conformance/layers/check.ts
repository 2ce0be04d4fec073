import tf from '../../../src/engine/tfjs.js';
import type {Layer} from '../../../src/domain/generated/experiment-config.js';
import {Random} from '../../../src/engine/random.js';
import {buildLayer as buildOwn} from '../../../src/model/build-layer.js';
import {createNamer} from '../../../src/model/create-namer.js';
import {completeLayer} from '../../complete-layers.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestDifference, largestDifferenceToPeak} from '../differences.js';
import type {Finding, Subject} from '../subject.js';
import {wave} from '../wave.js';

type Case = {
  readonly layer: Layer;
  readonly shape: number[];
  readonly values: 'wave' | 'whole';
  readonly training: boolean;
  readonly steps: number;
  readonly output: RecordedArray;
  /** Of a sum of the output, of the input and then of every weight that is trained. */
  readonly gradients: RecordedArray[];
  /** Weights that are not trained, after the steps. */
  readonly moved: RecordedArray[];
};

type Dropped = {readonly rate: number; readonly draws: number; readonly dropped: number; readonly factor: number};
type Answers = {readonly cases: readonly Case[]; readonly dropped: readonly Dropped[]};

/** Every layer, with many options: what comes out of it, and the gradients that go back through it. */
export const layers: Subject<Answers> = {
  name: 'layers',
  check: ({cases, dropped}) => [...cases.map(each => compare(each)), ...dropped.flatMap(each => compareDrops(each))],
};

function compare(asked: Case): Finding {
  const expected = [asked.output, ...asked.gradients, ...asked.moved].map(array => valuesOf(array));
  const actual = follow(asked);
  const differences = actual.map((values, index) => largestDifferenceToPeak(values, expected[index]!));
  return {
    what: `${titleOf(asked)}: output, gradients${asked.moved.length > 0 ? ', moving averages' : ''}`,
    measure: 'relative to the largest',
    difference: actual.length === expected.length ? Math.max(...differences) : Infinity,
    bar: 1e-5,
  };
}

function titleOf({layer, shape, values, training, steps}: Case): string {
  const [kind, options] = Object.entries(layer)[0] as [string, object | string | number];
  const chosen = typeof options === 'object' ? Object.entries(options).map(([key, value]) => `${key} ${JSON.stringify(value)}`) : [String(options)];
  const mode = training ? [`training, ${steps} ${steps === 1 ? 'step' : 'steps'}`] : [];
  return [`${kind} of ${shape.join('x')}${values === 'whole' ? ' whole numbers' : ''}`, ...chosen, ...mode].join(', ');
}

/** Output and gradients of the last step, and what the steps made of weights that are not trained. */
function follow(asked: Case): Float32Array[] {
  const layer = buildLayer(asked);
  let last: Float32Array[] = [];
  for (let step = 0; step < asked.steps; step++) {
    last = tf.tidy(() => takeStep(asked, layer, step));
  }

  const moved = layer.nonTrainableWeights.map(weight => weight.read().dataSync() as Float32Array);
  tf.dispose(layer.weights.map(weight => weight.read()));
  return [...last, ...moved];
}

function buildLayer({layer: written, shape, values}: Case): tf.layers.Layer {
  const [kind] = Object.keys(written) as [keyof Layer];
  const layer = buildOwn(completeLayer(written), {nameOf: createNamer(), classes: 3, random: Random.fromSeed(1)});
  layer.apply(tf.input({shape: shape.slice(1)}));
  tf.tidy(() => {
    layer.setWeights(layer.weights.map(({shape: each}, index) => firstWeight(kind, each as number[], index, values)));
  });
  return layer;
}

function firstWeight(kind: keyof Layer, shape: number[], index: number, values: Case['values']): tf.Tensor {
  return kind === 'batch_normalization' ? tf.add(1, tf.tensor(wave(sizeOf(shape), 0.4, index), shape)) : tf.div(valuesAt(shape, values, index), 4);
}

function takeStep({shape, values, training}: Case, layer: tf.layers.Layer, step: number): Float32Array[] {
  const input = tf.variable(valuesAt(shape, values, step));
  const weights = layer.trainableWeights.map(weight => weight.read() as tf.Variable);
  let output!: Float32Array;
  const {grads} = tf.variableGrads(() => {
    const result = layer.apply(input, {training}) as tf.Tensor;
    output = result.dataSync() as Float32Array;
    return tf.sum(tf.mul(result, tf.tensor(wave(result.size, 1, 0.5), result.shape)));
  }, [input, ...weights]);
  const gradients = [input, ...weights].map(({name}) => grads[name]!.dataSync() as Float32Array);
  input.dispose();
  return [output, ...gradients];
}

function valuesAt(shape: number[], values: Case['values'], phase: number): tf.Tensor {
  const waves = wave(sizeOf(shape), 2, phase);
  return tf.tensor(values === 'whole' ? waves.map(value => Math.round(value)) : waves, shape);
}

function sizeOf(shape: number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function compareDrops({rate, draws, dropped, factor}: Dropped): Finding[] {
  const output = tf.tidy(() => {
    const layer = buildOwn({dropout: rate}, {nameOf: createNamer(), classes: 3, random: Random.fromSeed(7)});
    return (layer.apply(tf.ones([draws]), {training: true}) as tf.Tensor).dataSync();
  });
  const share = output.filter(value => value === 0).length / draws;
  // Two shares of so many draws are further apart once in 10 000 times.
  const bar = Number((3.89 * Math.sqrt(2 * rate * (1 - rate) / draws)).toPrecision(3));
  const kept = output.filter(value => value !== 0);
  return [
    {what: `dropout ${rate}, training: share of ${draws} values that is dropped`, measure: 'absolute', difference: Math.abs(share - dropped), bar},
    {what: `dropout ${rate}, training: the others' factor`, measure: 'absolute', difference: largestDifference(kept, kept.map(() => factor)), bar: 1e-6},
  ];
}
