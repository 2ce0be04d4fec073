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

await setUp();
try {
  const python = await provideKeras(root);
  const main = path.join(root, 'build/test/conformance/main.js');
  const {status} = spawnSync(process.execPath, [main, '--python', python, ...process.argv.slice(2)], {cwd: root, stdio: 'inherit'});
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof SetUpError)) {
    throw error;
  }

  say(error.message);
  process.exitCode = 1;
}
