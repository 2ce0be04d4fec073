import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import type {Engine} from '../domain/device.js';
import {compileKernels} from './compile-kernels.js';
import type {EngineLog} from './engine-log.js';
import {kernelsFile} from './kernels-file.js';
import {withLock} from './with-lock.js';

export type KernelOptions = {
  readonly env: NodeJS.ProcessEnv;
  readonly log: EngineLog;
};

/**
The engine with ablate's own ops for the processor, compiled where they are not there yet. They only make training quicker:
where they cannot be had, that is said once, and TensorFlow's own ops do their work.
*/
export async function provideKernels(engine: Engine, {env, log}: KernelOptions): Promise<Engine> {
  const file = kernelsFile(engine.addon);
  if (existsSync(`${file}.failed`)) {
    return engine;
  }

  if (!existsSync(file)) {
    await withLock(`${file}.lock`, async () => {
      if (!existsSync(file)) {
        await tryToCompile(engine, file, {env, log});
      }
    });
  }

  return existsSync(file) ? {...engine, kernels: file} : engine;
}

async function tryToCompile(engine: Engine, file: string, {env, log}: KernelOptions): Promise<void> {
  try {
    log.say('compiling ablate\'s own ops');
    await compileKernels(engine, file, env);
  } catch (error) {
    const {message} = error as Error;
    log.say(`${message}. Training goes on without them, more slowly`);
    await writeFile(`${file}.failed`, `${message}\n`).catch(() => undefined);
  }
}
