import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {RunProfile} from '../../src/domain/run-profile.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {root} from '../machine.js';
import type {Runner} from '../task.js';
import type {Turn} from './turn.js';

/** An epoch by `ablate run --profile`: the seconds of the runner itself, and of the whole epoch. */
export async function runner({file, overrides, runs}: Runner): Promise<Turn> {
  return async () => {
    const sets = overrides.flatMap(override => ['--set', override]);
    const command = [path.join(root, 'build/cli/cli.cjs'), 'run', file, '--profile', '--runs', runs, ...sets];
    const {status, stdout, stderr} = spawnSync(process.execPath, command, {cwd: root, encoding: 'utf8'});
    if (status !== 0) {
      throw new Error(`ablate run ended with code ${status}:\n${stdout}${stderr}`);
    }

    const {epochs: [epoch]} = JSON.parse(readFileSync(RunFolder.at(onlyFolder(runs)).profile, 'utf8')) as RunProfile;
    const whole = Object.values(epoch!).reduce((sum, milliseconds) => sum + milliseconds, 0);
    return [epoch!.runner / 1000, whole / 1000];
  };
}

function onlyFolder(runs: string): string {
  return path.join(runs, readdirSync(runs, {withFileTypes: true}).find(entry => entry.isDirectory())!.name);
}
