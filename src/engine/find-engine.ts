import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {Engine} from '../domain/device.js';
import {engineFolder, engineVariants, readEngineManifest, type EngineManifest, type EngineVariant} from './engine-manifest.js';
import {kernelsFile} from './kernels-file.js';
import {hasNvidiaDriver} from './nvidia-driver.js';

export type EnginePlaces = {
  readonly cache: string;
  readonly env?: NodeJS.ProcessEnv;
};

/** The engine that was provisioned for this platform, if its files are all there at their recorded sizes. Loads nothing and takes milliseconds. */
export function findEngine({cache, env = process.env}: EnginePlaces): Engine | undefined {
  for (const variant of engineVariants(env, hasNvidiaDriver())) {
    const engine = openEngine(cache, variant);
    if (engine) {
      return engine;
    }
  }

  return undefined;
}

/** One variant's engine, if it is whole. */
export function openEngine(cache: string, variant: EngineVariant): Engine | undefined {
  const folder = engineFolder(cache, variant);
  const manifest = readEngineManifest(folder);
  return manifest && isWhole(folder, manifest) ? toEngine(folder, manifest) : undefined;
}

function toEngine(folder: string, {version, origin, cuda, addon, libraries}: EngineManifest): Engine {
  const [library] = libraries;
  const absolute = path.resolve(folder, addon.path);
  const kernels = kernelsFile(absolute);
  return {
    version,
    addon: absolute,
    library: path.dirname(path.resolve(folder, library?.path ?? '.')),
    origin,
    cuda,
    ...existsSync(kernels) && {kernels},
  };
}

// A library used in place changes its size when Python's TensorFlow is upgraded: then the addon must be made anew.
function isWhole(folder: string, {addon, libraries}: EngineManifest): boolean {
  return [addon, ...libraries].every(file =>
    statSync(path.resolve(folder, file.path), {throwIfNoEntry: false})?.size === file.bytes);
}
