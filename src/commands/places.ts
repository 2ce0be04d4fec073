import path from 'node:path';
import process from 'node:process';
import {cacheFolder} from '../engine/cache-folder.js';
import {errors} from '../errors.js';

/** The folders that a command works in. */
export type Places = {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The cache that all clones share. */
  readonly cache: string;
  /** Where runs and their database lie. */
  readonly runs: string;
};

/** The folders of this call: `--runs`, else `$ABLATE_RUNS`, else `./runs`. */
export function findPlaces({runs}: {runs?: string} = {}): Places {
  const {env} = process;
  return {cwd: workingFolder(), env, cache: cacheFolder(env), runs: path.resolve(runs ?? env.ABLATE_RUNS ?? 'runs')};
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw errors.noWorkingFolder(error);
  }
}
