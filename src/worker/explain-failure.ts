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

/** How a run that threw is recorded: the user's to mend, for want of memory, or a bug, whose stack goes to the log. */
export function explainFailure(runId: string, thrown: unknown): {readonly status: EndStatus; readonly problem: Problem} {
  if (thrown instanceof UserError) {
    return {status: thrown.code === 'out-of-memory' ? 'out-of-memory' : 'failed', problem: toProblem(thrown)};
  }

  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (isMemoryFailure(message)) {
    return {status: 'out-of-memory', problem: toProblem(errors.outOfMemory(thrown))};
  }

  return {status: 'failed', problem: {code: 'internal', message, hint: `This is a bug in ablate. \`ablate logs ${runId}\` shows where it happened.`}};
}

function isMemoryFailure(message: string): boolean {
  return memoryWords.some(words => message.toLowerCase().includes(words.toLowerCase()));
}
