import {existsSync} from 'node:fs';
import {readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Engine} from '../domain/device.js';
import {withLock} from '../files/with-lock.js';
import {CompilerRefused, compileKernels} from './compile-kernels.js';
import type {EngineLog} from './engine-log.js';
import {kernelsFile} from './kernels-file.js';

export type KernelOptions = {
  readonly env: NodeJS.ProcessEnv;
  readonly log: EngineLog;
};

/**
The engine with ablate's own ops for the processor, compiled where they are not there yet. They only make training quicker:
where they cannot be had, that is said, and TensorFlow's own ops do their work. What the compiler refuses is not tried again.
*/
export async function provideKernels(engine: Engine, {env, log}: KernelOptions): Promise<Engine> {
  const file = kernelsFile(engine.addon);
  if (!existsSync(file) && !existsSync(`${file}.failed`)) {
    const onWait = () => {
      log.say('another process is compiling ablate\'s own ops; waiting for it');
    };

    await withLock(`${file}.lock`, async () => {
      if (!existsSync(file)) {
        await removeLeftovers(file);
        await tryToCompile(engine, file, {env, log});
      }
    }, {onWait});
  }

  return existsSync(file) ? {...engine, kernels: file} : engine;
}

async function tryToCompile(engine: Engine, file: string, {env, log}: KernelOptions): Promise<void> {
  try {
    log.say('compiling ablate\'s own ops');
    await compileKernels(engine, file, env);
  } catch (error) {
    const {message} = error as Error;
    log.say(`${message}. Training goes on without them, more slowly; \`npx ablate doctor\` says how to try again`);
    if (error instanceof CompilerRefused) {
      await writeFile(`${file}.failed`, `${message}\n`).catch(() => undefined);
    }
  }
}

/** What a process left that was killed while it compiled: whoever holds the lock is alone here. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const names = await readdir(folder);
  const leftovers = names.filter(name => name.startsWith(`${path.basename(file)}.part`));
  await Promise.all(leftovers.map(async name => rm(path.join(folder, name), {recursive: true, force: true})));
}
