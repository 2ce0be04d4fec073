import {cp} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {lastComplaint, runCommand} from '../run-command.js';
import {inspectTensorFlow} from '../tensorflow-folder.js';
import {watchGrowth} from '../watch-growth.js';
import type {EngineSource} from './source.js';

/** tfjs-node's own download: a libtensorflow of 2022 (2.9.1, CUDA 11.2), fetched by the package's install script in a copy of the package. */
export const tfjsDownload: EngineSource = {
  name: 'tfjs-node\'s own download',
  async take({folder, cuda, env, log}) {
    const require = createRequire(import.meta.url);
    const original = path.dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));
    const copy = path.join(folder, 'tfjs-node');
    await cp(original, copy, {recursive: true, filter: source => !/[\/\\](dist|deps|node_modules)$/v.test(path.relative(original, source))});

    log.say('downloading libtensorflow 2.9.1 with tfjs-node\'s install script');
    const stopWatching = watchGrowth(path.join(copy, 'deps'), '', bytes => {
      log.progress(`downloading libtensorflow … ${Math.round(bytes / 1e6)} MB unpacked`);
    });
    // The script resolves its libraries in our node_modules. It goes on to fetch or build an addon, which is neither wanted nor waited for.
    const result = await runCommand(process.execPath, ['scripts/install.js', cuda ? 'gpu' : 'cpu', 'download'], {
      cwd: copy,
      env: {...env, NODE_PATH: (require.resolve.paths('rimraf') ?? []).join(path.delimiter)},
      timeoutMs: 30 * 60_000,
    }).finally(stopWatching);
    try {
      const found = await inspectTensorFlow(path.join(copy, 'deps'), 'tfjs-node\'s own download of libtensorflow');
      return {...found, cuda};
    } catch {
      throw new Error(lastComplaint(result));
    }
  },
};
