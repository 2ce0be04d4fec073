import type {EndStatus, Problem} from '../domain/run-event.js';
import {errors, toProblem, UserError} from '../errors.js';

// TensorFlow's allocators and status codes, V8's buffers, the system's.
const memoryWords = [
  'OOM when allocating',
  'RESOURCE_EXHAUSTED',
  'failed to allocate',
  'Array buffer allocation failed',
  'Invalid typed array length',
  'ENOMEM',
  'Cannot allocate memory',
];

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

  if (isMemoryFailure(message)) {
    return {status: 'out-of-memory', problem: toProblem(errors.outOfMemory(thrown))};
  }

  return {status: 'failed', problem: {code: 'internal', message, hint: `This is a bug in ablate. \`ablate logs ${runId}\` shows where it happened.`}};
}

function isMemoryFailure(message: string): boolean {
  return memoryWords.some(words => message.toLowerCase().includes(words.toLowerCase()));
}
