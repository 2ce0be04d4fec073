import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can become of a run, and of the folder that holds it. */
export const runErrors = {
  workerDied: (runId: string, how: string, cause?: unknown) => new UserError('worker-died', how, seeLog(runId), cause),
  workerHung: (runId: string, silentMs: number) => new UserError(
    'worker-hung',
    `the worker gave no sign of life for ${Math.round(silentMs / 1000)} s and was ended`,
    seeLog(runId),
  ),
  workerMemory: (how: string) => new UserError('worker-memory', how, 'Run fewer at once (`--slots 1`), or make batch_size or image_size smaller.'),
  runInterrupted: () => new UserError('run-interrupted', 'stopped before its last epoch', goOn),
  hostDied: () => new UserError('host-died', 'ablate was ended while the run was going on', goOn),
  runHeld: (holder: string, lock: string) => new UserError(
    'run-held',
    `is being trained by ${holder}`,
    `Wait for it. If that process is not ablate, delete ${lock}.`,
  ),
  runShared: (first: string) => new UserError('run-shared', `has the configuration, seed and pictures of ${first}, and shares its result`),
  sweepStopped: () => new UserError('sweep-stopped', 'not started, because the sweep was stopped', trainAgain),
  runFolderTaken: (folder: string) => new UserError(
    'run-folder-taken',
    `${folder}: holds the run of another configuration than its name says`,
    'Move the folder out of the runs folder.',
  ),
  cannotWriteRun: (folder: string, cause: unknown) => new UserError(
    'cannot-write-run',
    `${folder}: cannot be written (${reason(cause)})`,
    'Check its permissions and the space on its disk.',
    cause,
  ),
};

const goOn = 'Run the same command again: it goes on from its checkpoint.';
const trainAgain = 'Run the same command again to train it.';

function seeLog(runId: string): string {
  return `See what it printed: \`ablate logs ${runId}\`.`;
}
