import {fork, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {findPlaces} from '../../src/commands/places.js';
import {planSweep} from '../../src/commands/plan-sweep.js';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import {cacheFolder} from '../../src/engine/cache-folder.js';
import {engineEnvironment} from '../../src/engine/engine-environment.js';
import {findEngine} from '../../src/engine/find-engine.js';
import type {RunOrder} from '../../src/protocol/messages.js';
import {processor, root, threads} from '../machine.js';
import type {Sweep} from '../task.js';
import type {Turn} from './turn.js';

const entry = fileURLToPath(new URL('../../src/worker/entry.js', import.meta.url));

/** Seconds of runs by one `ablate run`; by nothing but their workers, one after another; and by an `ablate run` for each. */
export async function sweep(task: Sweep): Promise<Turn> {
  const overrides = [...task.overrides, seedsOf(task.runs)];
  const planned = await planSweep({paths: [task.file], overrides, slots: [processor]}, findPlaces(), undefined);
  // Photos are decoded and programs read from the disk before anything counts.
  await workers(planned.runs.slice(0, 1), task.folder);
  return async () => [
    await seconds(() => {
      ablate(task, seedsOf(task.runs));
    }),
    await seconds(async () => workers(planned.runs, task.folder)),
    await seconds(() => {
      for (let seed = 0; seed < task.runs; seed++) {
        ablate(task, `seeds=[${seed}]`, 'each');
      }
    }),
  ];
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function seedsOf(count: number): string {
  return `seeds=[${Array.from({length: count}, (_, seed) => seed).join(', ')}]`;
}

function ablate({file, overrides, folder}: Sweep, seeds: string, name = 'sweep'): void {
  const sets = [...overrides, seeds].flatMap(override => ['--set', override]);
  const command = [path.join(root, 'build/cli/cli.cjs'), 'run', file, '--runs', path.join(folder, name), '--threads', String(threads), ...sets];
  const {status, stdout, stderr} = spawnSync(process.execPath, command, {cwd: root, encoding: 'utf8'});
  if (status !== 0) {
    throw new Error(`ablate run ended with code ${status}:\n${stdout}${stderr}`);
  }
}

async function workers(runs: readonly PlannedRun[], folder: string): Promise<void> {
  for (const run of runs) {
    await train(run, path.join(folder, 'workers', run.id));
  }

  rmSync(path.join(folder, 'workers'), {recursive: true});
}

async function train({id: runId, experiment, seed, split}: PlannedRun, folder: string): Promise<void> {
  const cache = cacheFolder();
  const engine = findEngine({cache})!;
  mkdirSync(folder, {recursive: true});
  const order: RunOrder = {
    runId, experiment, seed, split, folder, cache, engine, device: processor, threads, attempt: 1, memoryEnds: 0,
    profile: false, checkpointMinutes: 5,
  };
  const worker = fork(entry, [], {
    env: {...process.env, ...engineEnvironment(engine, processor, threads)}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  worker.send({type: 'run', order});
  const [code] = await once(worker, 'exit') as [number | null];
  if (code !== 0) {
    throw new Error(`The worker of ${runId} ended with code ${code}`);
  }
}
