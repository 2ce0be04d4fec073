import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {SetUpError, say} from '../setup/say.js';
import {setUp} from '../setup.js';
import {provideKeras} from './provide-keras.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Sets everything up, Keras too, and runs a built program with this process' arguments and `--python`; for `--help` no more than the build. */
export async function runBesideKeras(program) {
  const asks = process.argv.slice(2);
  const asksForHelp = asks.includes('--help') || asks.includes('-h');
  await setUp({engine: !asksForHelp});
  try {
    const python = asksForHelp ? [] : ['--python', await provideKeras(root)];
    const {status} = spawnSync(process.execPath, [path.join(root, program), ...python, ...asks], {cwd: root, stdio: 'inherit'});
    process.exitCode = status ?? 1;
  } catch (error) {
    if (!(error instanceof SetUpError)) {
      throw error;
    }

    say(error.message);
    process.exitCode = 1;
  }
}
