import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {SetUpError} from './say.js';

/** The engine, by the build's own provisioner: at once when it is in the cache with all that belongs to it. */
export async function provideEngine(root) {
  const load = async name => import(pathToFileURL(path.join(root, `build/src/engine/${name}.js`)).href);
  const {cacheFolder} = await load('cache-folder');
  const {findEngine} = await load('find-engine');
  const cache = cacheFolder();
  if (findEngine({cache})?.kernels) {
    return;
  }

  const {provisionEngine} = await load('provision-engine');
  try {
    await provisionEngine({cache, log: process.stderr});
  } catch (error) {
    throw error.name === 'UserError' ? new SetUpError(`${error.message}\n→ ${error.hint}`) : error;
  }
}
