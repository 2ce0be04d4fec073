import path from 'node:path';
import process from 'node:process';
import envPaths from 'env-paths';

/** The folder that all clones share (engine, data sets, features): `ABLATE_CACHE`, else the platform's cache folder. Absolute; may not exist yet. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const {ABLATE_CACHE: named, XDG_CACHE_HOME: shared} = env;
  if (named) {
    return path.resolve(named);
  }

  // The base directory specification has relative paths ignored.
  if (shared && path.isAbsolute(shared) && process.platform === 'linux') {
    return path.join(shared, 'ablate');
  }

  return envPaths('ablate', {suffix: ''}).cache;
}
