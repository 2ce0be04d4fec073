// `npm run bench`: measures ablate and a real Keras side by side. A virtual environment with Keras is made in the cache at the
// first call. `npm run bench -- --help` says which measures there are and what they take.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {provideKeras} from './keras/provide-keras.js';
import {SetUpError, say} from './setup/say.js';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const asks = process.argv.slice(2);
const asksForHelp = asks.includes('--help') || asks.includes('-h');

await setUp({engine: !asksForHelp});
try {
  const python = asksForHelp ? [] : ['--python', await provideKeras(root)];
  const main = path.join(root, 'build/bench/main.js');
  const {status} = spawnSync(process.execPath, [main, ...python, ...asks], {cwd: root, stdio: 'inherit'});
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof SetUpError)) {
    throw error;
  }

  say(error.message);
  process.exitCode = 1;
}
