import type {Engine} from '../src/domain/device.js';
import {bindingVersion} from '../src/engine/engine-manifest.js';
import {runCommand} from '../src/engine/run-command.js';
import type {KerasFacts} from './describe-keras.js';
import {processor, root, threads} from './machine.js';
import type {Circumstances} from './results-csv.js';

/** What stands beside every figure. */
export async function describeCircumstances(engine: Engine, {keras, tensorflow}: KerasFacts, photos: string): Promise<Circumstances> {
  return {
    date: new Date().toISOString(),
    commit: await findCommit(),
    processor: processor.name,
    cores: threads,
    engine: `tfjs ${bindingVersion} on tensorflow ${engine.version}`,
    keras: `keras ${keras} on tensorflow ${tensorflow}`,
    photos,
  };
}

/** The clone's commit, with `+` where anything but results differs from it. */
async function findCommit(): Promise<string> {
  const commit = await git('rev-parse', '--short', 'HEAD');
  const changes = await git('status', '--porcelain', '--', '.', ':!bench/results');
  return `${commit}${changes === '' ? '' : '+'}`;
}

async function git(...args: string[]): Promise<string> {
  const {stdout} = await runCommand('git', ['-C', root, '--no-optional-locks', ...args], {timeoutMs: 10_000});
  return stdout.trim();
}
