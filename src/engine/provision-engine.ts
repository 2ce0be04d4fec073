import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type {Engine} from '../domain/device.js';
import type {LogStream} from '../domain/log-stream.js';
import {errors, UserError} from '../errors.js';
import {withLock} from '../files/with-lock.js';
import {checkAddon} from './check-addon.js';
import {compileAddon} from './compile-addon.js';
import {EngineLog} from './engine-log.js';
import {engineFolder, engineVariants, type EngineManifest, type EngineVariant, type SizedFile} from './engine-manifest.js';
import {findEngine, openEngine} from './find-engine.js';
import {findCompiler} from './find-program.js';
import {hasNvidiaDriver} from './nvidia-driver.js';
import {provideKernels} from './provide-kernels.js';
import {namedPath} from './sources/named-path.js';
import {pip} from './sources/pip.js';
import {python} from './sources/python.js';
import type {EngineSource} from './sources/source.js';
import {tfjsDownload} from './sources/tfjs-download.js';
import type {TensorFlowFolder} from './tensorflow-folder.js';

export type ProvisionOptions = {
  readonly cache: string;
  /** Where it says what it does, standard error for example. */
  readonly log: LogStream;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether a TensorFlow with CUDA is wanted. @default whether the machine has an NVIDIA driver */
  readonly cuda?: boolean;
  /** Whether an engine without CUDA in the cache is not enough where one with CUDA is wanted. @default false */
  readonly upgrade?: boolean;
  /** Tried in this order. @default Python's TensorFlow, the pinned wheel with pip, tfjs-node's own download */
  readonly sources?: readonly EngineSource[];
};

/**
Gives the engine in the cache, or makes one there: takes the first TensorFlow that there is (`ABLATE_TENSORFLOW` alone where it
is set), compiles the addon against it and loads it once. Throws one UserError that lists what was tried.
*/
export async function provisionEngine(options: ProvisionOptions): Promise<Engine> {
  const {cache, log: stream, env = process.env, cuda = hasNvidiaDriver(), upgrade = false, sources} = options;
  const wanted = engineVariants(env, cuda);
  const found = findEngine({cache, env});
  const log = new EngineLog(stream);
  if (found && (found.cuda || !cuda || !upgrade)) {
    return provideKernels(found, {env, log});
  }

  const tried: string[] = [];
  const order = sources ?? (env.ABLATE_TENSORFLOW ? [namedPath] : [python, pip(), tfjsDownload]);
  for (const variant of wanted.filter(each => each !== 'cuda' || cuda)) {
    const lock = path.join(cache, 'engine', `${path.basename(engineFolder(cache, variant))}.lock`);
    const onWait = (pid: number | undefined) => {
      log.say(`another process${pid ? ` (${pid})` : ''} is setting the engine up; waiting for it`);
    };

    const engine = await withLock(lock, async () =>
      openEngine(cache, variant) ?? make({cache, variant, env, log, tried, sources: order}), {onWait}).catch((error: unknown) => {
      throw typeof (error as NodeJS.ErrnoException).syscall === 'string' ? errors.cannotWriteCache(cache, error) : error;
    });
    if (engine) {
      return provideKernels(engine, {env, log});
    }

    if (variant === 'cuda') {
      log.say(`no TensorFlow with CUDA could be had (${tried.at(-1)}); going on with the processor`);
    }
  }

  throw errors.engineNotProvisioned(tried);
}

type Making = {
  readonly cache: string;
  readonly variant: EngineVariant;
  readonly env: NodeJS.ProcessEnv;
  readonly log: EngineLog;
  /** What each source said that failed; added to. */
  readonly tried: string[];
  readonly sources: readonly EngineSource[];
};

async function make({cache, variant, env, log, tried, sources}: Making): Promise<Engine | undefined> {
  if (!findCompiler(env)) {
    throw errors.noCompiler(process.platform);
  }

  const started = performance.now();
  const target = engineFolder(cache, variant);
  // Whoever holds the lock is alone here, so what lies aside was left by a process that died.
  await removeLeftovers(target);
  for (const {name, take} of sources) {
    const folder = `${target}.aside-${process.pid}`;
    await mkdir(folder, {recursive: true});
    try {
      const tensorflow = await take({folder, cuda: variant === 'cuda', env, log});
      await finish({tensorflow, folder, env, log});
      await replace(folder, target);
      const engine = openEngine(cache, variant)!;
      log.say(`ready in ${Math.round((performance.now() - started) / 1000)} s: TensorFlow ${engine.version} (${engine.origin})`);
      return engine;
    } catch (error) {
      if (error instanceof UserError && error.code === 'no-compiler') {
        throw error;
      }

      tried.push(`${name}${variant === 'cuda' ? ' (CUDA)' : ''}: ${(error as Error).message}`);
      log.say(`${name}: ${(error as Error).message}`);
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }

  return undefined;
}

type Finishing = {readonly tensorflow: TensorFlowFolder; readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly log: EngineLog};

async function finish({tensorflow, folder, env, log}: Finishing): Promise<void> {
  const addon = path.join(folder, 'tfjs_binding.node');
  log.say(`compiling the addon against ${tensorflow.origin}`);
  await compileAddon(tensorflow, addon, env);
  const version = await checkAddon(addon, env);
  const manifest: EngineManifest = {
    version,
    origin: tensorflow.origin,
    platform: `${process.platform}-${process.arch}`,
    cuda: tensorflow.cuda,
    addon: await measure(addon, folder),
    libraries: await Promise.all(tensorflow.libraries.map(async library => measure(library, folder))),
    digests: tensorflow.digests,
    made: new Date().toISOString(),
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest, undefined, 2));
}

async function measure(file: string, folder: string): Promise<SizedFile> {
  const {size: bytes} = await stat(file);
  return {path: file.startsWith(folder + path.sep) ? path.relative(folder, file) : file, bytes};
}

// A folder cannot be renamed onto another, so what was there (an engine that is no longer whole) goes aside first.
async function replace(folder: string, target: string): Promise<void> {
  const old = `${target}.aside-old-${process.pid}`;
  await rename(target, old).catch(() => undefined);
  await rename(folder, target);
  await rm(old, {recursive: true, force: true});
}

async function removeLeftovers(target: string): Promise<void> {
  const beside = path.dirname(target);
  const leftovers = await readdir(beside).then(names => names.filter(name => name.startsWith(`${path.basename(target)}.aside-`)));
  await Promise.all(leftovers.map(async name => rm(path.join(beside, name), {recursive: true, force: true})));
}
