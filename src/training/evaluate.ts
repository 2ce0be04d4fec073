import {setImmediate} from 'node:timers/promises';
import tf from '../engine/tfjs.js';
import type {BatchLimit} from './batch-limit.js';
import {categoricalCrossentropy} from './categorical-crossentropy.js';
import {cutBatch} from './cut-batch.js';
import type {Logits} from './logits-of.js';
import {partsOf} from './parts-of.js';
import type {Batch, ValidationData} from './training-data.js';

/** How a model answers the validation pictures. */
export type Evaluation = {
  /** `[pictures, classes]`. */
  readonly probabilities: Float32Array;
  /** Means over the pictures. */
  readonly loss: number;
  readonly accuracy: number;
  /** Bit i (byte i>>3, bit i&7, lowest first) says that picture i was answered right. */
  readonly correct: Uint8Array;
};

export type EvaluateOptions = {
  readonly logits: Logits;
  readonly data: ValidationData;
  readonly classes: number;
  /** As in training: Keras smooths the labels that it validates with too. Classes have no weights here, as in Keras. */
  readonly labelSmoothing: number;
  readonly onStep?: (step: number) => void;
  readonly signal?: AbortSignal;
  /** @default none, whole batches */
  readonly limit?: BatchLimit;
};

/** Answers every validation picture. Throws the signal's reason if it comes first. */
export async function evaluate({logits, data, classes, labelSmoothing, onStep, signal, limit}: EvaluateOptions): Promise<Evaluation> {
  const probabilities = new Float32Array(data.count * classes);
  const labels = new Int32Array(data.count);
  let lossSum = 0;
  let seen = 0;
  let step = 0;
  for (const batch of data.batches()) {
    const answered = answerWithin(limit, {logits, labelSmoothing}, batch);
    probabilities.set(answered.probabilities, seen * classes);
    labels.set(answered.labels, seen);
    lossSum += answered.loss * answered.labels.length;
    seen += answered.labels.length;
    step += 1;
    onStep?.(step);
    await setImmediate();
    signal?.throwIfAborted();
  }

  const {correct, right} = markCorrect(probabilities, labels, classes);
  return {probabilities, loss: lossSum / seen, accuracy: right / seen, correct};
}

type Answering = Pick<EvaluateOptions, 'logits' | 'labelSmoothing'>;
type Answer = {readonly probabilities: Float32Array; readonly labels: Int32Array; readonly loss: number};

/** Disposes of the batch. */
function answerWithin(limit: BatchLimit | undefined, answering: Answering, batch: Batch): Answer {
  try {
    return limit
      ? limit.attempt(batch.labels.shape[0], size => answerByParts(answering, batch, size))
      : answer(answering, batch);
  } finally {
    tf.dispose([batch.pictures, batch.labels]);
  }
}

function answerByParts(answering: Answering, batch: Batch, size: number): Answer {
  const count = batch.labels.shape[0];
  if (size >= count) {
    return answer(answering, batch);
  }

  const answers = partsOf(count, size).map(({start, length}) => tf.tidy(() =>
    answer(answering, cutBatch(batch, start, length))));
  return {
    probabilities: Float32Array.from(answers.flatMap(({probabilities}) => [...probabilities])),
    labels: Int32Array.from(answers.flatMap(({labels: some}) => [...some])),
    loss: answers.reduce((sum, {loss, labels: some}) => sum + (loss * some.length), 0) / count,
  };
}

function answer({logits, labelSmoothing}: Answering, {pictures, labels}: Batch): Answer {
  return tf.tidy(() => {
    const output = logits(pictures, {training: false});
    return {
      probabilities: tf.softmax(output).dataSync() as Float32Array,
      labels: tf.argMax(labels, -1).dataSync() as Int32Array,
      loss: categoricalCrossentropy(output, labels, {labelSmoothing}).loss.dataSync()[0]!,
    };
  });
}

/** Which pictures' largest probability is their class's; of equal ones the first counts, as numpy's argmax has it. */
function markCorrect(probabilities: Float32Array, labels: Int32Array, classes: number): {correct: Uint8Array; right: number} {
  const correct = new Uint8Array(Math.ceil(labels.length / 8));
  let right = 0;
  for (const [index, label] of labels.entries()) {
    const row = probabilities.subarray(index * classes, (index + 1) * classes);
    if (row.indexOf(Math.max(...row)) === label) {
      correct[index >> 3]! |= 1 << (index & 7);
      right += 1;
    }
  }

  return {correct, right};
}
