// `npm run conformance`: compares ablate with a real Keras, and prints what differs by how much. A virtual environment with Keras
// is made in the cache at the first call. Arguments: subjects to compare alone; `--record` keeps Keras' answers for `npm test`.
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
  const main = path.join(root, 'build/test/conformance/main.js');
  const {status} = spawnSync(process.execPath, [main, ...python, ...asks], {cwd: root, stdio: 'inherit'});
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof SetUpError)) {
    throw error;
  }

  say(error.message);
  process.exitCode = 1;
}
