import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {root} from './machine.js';
import {plainEnvironment} from './side.js';

export type KerasFacts = {
  readonly keras: string;
  readonly tensorflow: string;
  /** Whether TensorFlow turns oneDNN on by itself on this processor. */
  readonly hasOneDnn: boolean;
};

/** Asks a Python which Keras it has. */
export function describeKeras(python: string): KerasFacts {
  const {status, stdout, stderr, error} = spawnSync(python, ['-B', path.join(root, 'bench/keras/describe.py')], {encoding: 'utf8', env: plainEnvironment()});
  if (status !== 0) {
    throw new Error(`${python} has no Keras that works:\n${error?.message ?? stderr}`);
  }

  return {...JSON.parse(stdout) as {keras: string; tensorflow: string}, hasOneDnn: stderr.includes('oneDNN custom operations are on')};
}
