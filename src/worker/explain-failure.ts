import type {EndStatus, Problem} from '../domain/run-event.js';
import {isMemoryFailure} from '../engine/is-memory-failure.js';
import {errors, toProblem, UserError} from '../errors.js';

/** How a run that threw is recorded: the user's to mend, for want of memory, or a bug, whose stack goes to the log. */
export function explainFailure(runId: string, thrown: unknown): {readonly status: EndStatus; readonly problem: Problem} {
  if (thrown instanceof UserError) {
    return {status: thrown.code === 'out-of-memory' ? 'out-of-memory' : 'failed', problem: toProblem(thrown)};
  }

  if (isMemoryFailure(thrown)) {
    return {status: 'out-of-memory', problem: toProblem(errors.outOfMemory(thrown))};
  }

  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {status: 'failed', problem: {code: 'internal', message, hint: `This is a bug in ablate. \`ablate logs ${runId}\` shows where it happened.`}};
}
