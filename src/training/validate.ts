import {errors} from '../errors.js';
import {evaluate, type Evaluation} from './evaluate.js';
import type {Training} from './train-options.js';

/** Answers all validation pictures after an epoch's steps; awaits `onAbort` before it throws the signal's reason. */
export async function validate(training: Training, epoch: number, onAbort: () => Promise<void>): Promise<Evaluation> {
  const {signal} = training;
  try {
    return ensureFinite(await answerAll(training, epoch), epoch);
  } catch (error) {
    if (signal.aborted && error === signal.reason) {
      await onAbort();
    }

    throw error;
  }
}

async function answerAll({logits, data, classes, loss, signal, limit, onProgress, watch}: Training, epoch: number): Promise<Evaluation> {
  return evaluate({
    logits,
    data: data.validation,
    classes,
    labelSmoothing: loss.labelSmoothing,
    signal,
    limit,
    onStep(step) {
      watch?.switchTo('runner');
      onProgress({phase: 'validating', epoch, step, steps: data.validation.steps});
      watch?.switchTo('evaluation');
    },
  });
}

function ensureFinite(evaluation: Evaluation, epoch: number): Evaluation {
  if (!Number.isFinite(evaluation.loss)) {
    throw errors.lossNotFinite(evaluation.loss, `the validation of epoch ${epoch}`);
  }

  return evaluation;
}
