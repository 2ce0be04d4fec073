import path from 'node:path';
import tf from '../../../src/engine/tfjs.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestDifference} from '../differences.js';
import type {Finding, Subject} from '../subject.js';
import {readTfjsModel} from './read-tfjs-model.js';
import {makeSample, type Sample, type SampleRow, type TrainedRow} from './sample.js';

type Network = {
  /** The validation photos as they were given, uint8 `[count, size, size, 3]`. */
  readonly pixels: RecordedArray;
  /** By the format. */
  readonly probabilities: Readonly<Record<'keras' | 'savedmodel' | 'onnx', RecordedArray>>;
};

type Epoch = Readonly<Record<'loss' | 'accuracy' | 'val_loss' | 'val_accuracy' | 'learning_rate', number>>;

type Answers = {
  readonly networks: Readonly<Record<Exclude<SampleRow, 'scripted'>, Network>>;
  /** What the exported program of the row `scripted` left. */
  readonly history: readonly Epoch[];
};

const runtimes = {keras: 'Keras', savedmodel: 'TensorFlow', onnx: 'onnxruntime'} as const;

/** Networks that were taken away, each asked in its own runtime, and a row's program beside its run. */
export const takeaway: Subject<Answers> = {
  name: 'takeaway',
  async check({networks, history}) {
    const sample = await makeSample([...Object.keys(networks), 'scripted'] as SampleRow[]);
    try {
      const findings: Finding[] = [];
      for (const [name, network] of Object.entries(networks)) {
        findings.push(...await compareNetwork(name, network, sample, sample.rows[name as SampleRow]!));
      }

      return [...findings, ...compareHistories(history, sample.rows.scripted!)];
    } finally {
      await sample.remove();
    }
  },
};

async function compareNetwork(name: string, {pixels, probabilities}: Network, {exports}: Sample, run: TrainedRow): Promise<Finding[]> {
  const finding = (what: string, given: ArrayLike<number>): Finding =>
    ({what: `${name}: ${what}`, measure: 'absolute', difference: largestDifference(Float32Array.from(given), run.probabilities), bar: 1e-4});
  return [
    ...Object.entries(runtimes).map(([format, runtime]) =>
      finding(`${format} in ${runtime}`, valuesOf(probabilities[format as keyof typeof runtimes]))),
    finding('tfjs in tfjs', await askTfjs(path.join(exports, 'tfjs', run.runId), pixels)),
  ];
}

async function askTfjs(folder: string, pixels: RecordedArray): Promise<Float32Array> {
  const model = await readTfjsModel(folder);
  const answer = tf.tidy(() => {
    const given = tf.tensor(Float32Array.from(valuesOf(pixels)), pixels.shape);
    return (model.predict(given) as tf.Tensor).dataSync() as Float32Array;
  });
  model.dispose();
  return answer;
}

function compareHistories(history: readonly Epoch[], {epochs}: TrainedRow): Finding[] {
  const keys = ['loss', 'accuracy', 'val_loss', 'val_accuracy', 'learning_rate'] as const;
  return keys.map(key => ({
    what: `script: ${key} of ${history.length} epochs from the same first weights`,
    measure: 'absolute',
    difference: largestDifference(epochs.map(epoch => epoch[key]), history.map(epoch => epoch[key])),
    bar: key.endsWith('accuracy') ? 1e-6 : (key === 'learning_rate' ? 1e-8 : 1e-4),
  }));
}
