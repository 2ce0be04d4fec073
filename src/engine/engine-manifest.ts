import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
What an engine's folder says of itself: `manifest.json`, written last. Paths are relative to the folder, or absolute where
a library is used in place.
*/
export type EngineManifest = {
  readonly version: string;
  readonly origin: string;
  readonly platform: string;
  readonly cuda: boolean;
  readonly addon: SizedFile;
  readonly libraries: readonly SizedFile[];
  /** SHA-256 of what was downloaded, by file name. */
  readonly digests: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly made: string;
};

export type SizedFile = {readonly path: string; readonly bytes: number};

/** Which engine: for the processor, for NVIDIA GPUs, or the one made of a TensorFlow that the user names. */
export type EngineVariant = 'cpu' | 'cuda' | `named-${string}`;

/** The manifest in an engine's folder, if there is one that can be read. */
export function readEngineManifest(folder: string): EngineManifest | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as EngineManifest;
  } catch {
    return undefined;
  }
}

/** The cache's folder for one engine. The binding's version stands in its name, so that clones of different releases do not undo each other's. */
export function engineFolder(cache: string, variant: EngineVariant): string {
  return path.join(cache, 'engine', `${process.platform}-${process.arch}-${variant}-tfjs${bindingVersion}.${addonVersion}`);
}

/** The variants that may serve, best first. A TensorFlow that the user names with `ABLATE_TENSORFLOW` serves alone. */
export function engineVariants(env: NodeJS.ProcessEnv, hasDriver: boolean): readonly EngineVariant[] {
  const {ABLATE_TENSORFLOW: named} = env;
  if (named) {
    return [`named-${createHash('sha256').update(path.resolve(named)).digest('hex').slice(0, 8)}`];
  }

  return hasDriver ? ['cuda', 'cpu'] : ['cpu', 'cuda'];
}

/** Version of the package whose C++ sources the addon is compiled of. */
export const bindingVersion = '4.22.0';

/** Counts up when engine/binding changes, or how the addon is compiled. */
const addonVersion = 1;
