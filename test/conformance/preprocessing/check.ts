import tf from '../../../src/engine/tfjs.js';
import {preprocessBatch} from '../../../src/dataset/preprocess-batch.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {largestDifference} from '../differences.js';
import type {Finding, Subject} from '../subject.js';

type Mode = 'caffe' | 'tf' | 'torch' | 'unit';

type Answers = {
  /** `[n, height, width, 3]`, 0 to 255. */
  readonly pixels: RecordedArray;
  readonly modes: Readonly<Record<Mode, RecordedArray>>;
};

/** A network gets the values that Keras would give it. */
export const preprocessing: Subject<Answers> = {
  name: 'preprocessing',
  check: ({pixels, modes}) => (Object.entries(modes) as Array<[Mode, RecordedArray]>).map(([mode, answer]): Finding => {
    const expected = valuesOf(answer);
    const made = tf.tidy(() =>
      preprocessBatch(tf.tensor4d(valuesOf(pixels), pixels.shape as [number, number, number, number], 'float32'), mode).dataSync());
    return {
      what: mode === 'unit' ? 'unit (rescale=1/255)' : mode,
      measure: 'absolute, as a share of the range',
      difference: largestDifference(made, expected) / (Math.max(...expected) - Math.min(...expected)),
      bar: 1e-6,
    };
  }),
};
