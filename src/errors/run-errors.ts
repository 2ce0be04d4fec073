import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can become of a run, and of the folder that holds it. */
export const runErrors = {
  workerDied: (runId: string, how: string, cause?: unknown) => new UserError('worker-died', how, seeLog(runId), cause),
  workerKilled: (runId: string, how: string, cause?: unknown) => new UserError('worker-killed', how, seeLog(runId), cause),
  workerHung: (runId: string, silentMs: number) => new UserError(
    'worker-hung',
    `the worker gave no sign of life for ${Math.round(silentMs / 1000)} s and was ended`,
    seeLog(runId),
  ),
  workerMemory: (how: string) => new UserError('worker-memory', how, 'Run fewer at once (`--slots 1`), or make batch_size or image_size smaller.'),
  runInterrupted: () => new UserError('run-interrupted', 'stopped before its last epoch', goOn),
  hostDied: () => new UserError('host-died', 'ablate was ended while the run was going on', goOn),
  deviceBusy: (words: string, cause: unknown) => new UserError(
    'device-busy',
    `the GPU could not be used: ${words}`,
    'Another program may be using it: `nvidia-smi` lists them.',
    cause,
  ),
  runTimedOut: (seconds: number) => new UserError(
    'run-timed-out',
    `was trained for the ${seconds} s that \`resources.timeout\` gives it, and did not finish`,
    'Give it more in its file: the next `ablate run` goes on from its checkpoint.',
  ),
  runCancelled: (runId: string) => new UserError('run-cancelled', 'was cancelled', `\`ablate retry ${runId}\` puts it back.`),
  runHeld: (holder: string) => new UserError('run-held', `is being trained by ${holder}`, 'Wait for it: the same command shows how it ended.'),
  runReplaced: () => new UserError('run-replaced', 'its file changed before its turn came'),
  queueUnwritable: (cause: unknown) => new UserError(
    'queue-unwritable',
    `queue.db in the runs folder cannot be read or written (${reason(cause)}); no run begins until it can`,
    'Check the permissions of the runs folder and the space on its disk.',
    cause,
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
