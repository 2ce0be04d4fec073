import type {EndStatus, Problem} from '../domain/run-event.js';
import {isMemoryFailure} from '../engine/is-memory-failure.js';
import {errors, toProblem, UserError} from '../errors.js';

// CUDA's where another program has the device for itself, or all of its memory, as a run begins.
const busyWords = [
  'CUDA_ERROR_DEVICE_UNAVAILABLE',
  'devices are busy or unavailable',
  'CUDNN_STATUS_NOT_INITIALIZED',
  'CUBLAS_STATUS_NOT_INITIALIZED',
  'CUBLAS_STATUS_ALLOC_FAILED',
];

/** How a run that threw is recorded: the user's to mend, for want of memory, or a bug, whose stack goes to the log. */
export function explainFailure(runId: string, thrown: unknown): {readonly status: EndStatus; readonly problem: Problem} {
  if (thrown instanceof UserError) {
    return {status: thrown.code === 'out-of-memory' ? 'out-of-memory' : 'failed', problem: toProblem(thrown)};
  }

  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const busy = busyWords.find(words => message.includes(words));
  if (busy !== undefined) {
    return {status: 'failed', problem: toProblem(errors.deviceBusy(busy, thrown))};
  }

  if (isMemoryFailure(thrown)) {
    return {status: 'out-of-memory', problem: toProblem(errors.outOfMemory(thrown))};
  }

  return {status: 'failed', problem: {code: 'internal', message, hint: `This is a bug in ablate. \`ablate logs ${runId}\` shows where it happened.`}};
}
