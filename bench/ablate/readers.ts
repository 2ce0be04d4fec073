import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {root} from '../machine.js';
import {medianOf} from '../summarize.js';
import type {Readers} from '../task.js';
import {makeManyRuns} from './make-many-runs.js';
import type {Turn} from './turn.js';

/** Seconds of the slowest reader, a second, and of each: all as a shell sees them. */
export async function readers(task: Readers): Promise<Turn> {
  await makeManyRuns(task);
  const rebuild = secondsOf(task, 'rebuild');
  return async () => {
    const starts = Array.from({length: task.starts});
    const times = [['board'], ['status'], ['run', 'experiments']].map(command => medianOf(starts.map(() => secondsOf(task, ...command))));
    return [Math.max(...times), 1, ...times, rebuild];
  };
}

function secondsOf({folder}: Readers, ...command: readonly string[]): number {
  const start = performance.now();
  const {status, stderr} = spawnSync(process.execPath, [path.join(root, 'build/cli/cli.cjs'), ...command], {
    cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: {...process.env, ABLATE_RUNS: undefined},
  });
  if (status !== 0) {
    throw new Error(`ablate ${command.join(' ')} ended with code ${status}:\n${stderr}`);
  }

  return (performance.now() - start) / 1000;
}
