// `npm start`: sets everything up, then trains the quickstart's rows and prints their leaderboard. Arguments go to `ablate run`.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sweep = 'experiments/quickstart';

await setUp();
const photos = await chooseDataset();
const {runs} = parseArgs({strict: false, options: {runs: {type: 'string'}}}).values;
const trained = await ablate('run', sweep, ...photos, ...process.argv.slice(2));
const shown = await ablate('board', sweep, ...(runs ? ['--runs', runs] : []));
console.log('\nTry a variant: copy a file of experiments/quickstart, change a line, and `npx ablate run experiments/quickstart`.');
process.exitCode = trained || shown;

async function chooseDataset() {
  if (process.argv.slice(2).some(word => /^(--set=)?dataset=/v.test(word))) {
    return [];
  }

  const got = await ablate('data', 'get', 'trashnet');
  if (got > 128) {
    // Stopped by a signal: that is no answer to whether there are photos.
    process.exit(got);
  }

  if (got === 0) {
    console.log('Data set: TrashNet, photos of litter in six classes.\n');
    return [];
  }

  console.log('Data set: drawn-litter. No photos could be had, so ablate draws pictures of its own; scores on them say nothing about photos.\n');
  return ['--set', 'dataset=drawn-litter'];
}

// Gives the exit code, as a shell does: 128 and the signal's number where a signal ended it.
async function ablate(...args) {
  const child = spawn(process.execPath, [path.join(root, 'build/cli/cli.cjs'), ...args], {cwd: root, stdio: 'inherit'});
  // A terminal gives Ctrl-C to the child as well, and a second copy would be taken for a second Ctrl-C; SIGTERM comes to this
  // process alone.
  const signals = {
    SIGINT: () => undefined,
    SIGTERM: () => child.kill('SIGTERM'),
  };
  for (const [signal, act] of Object.entries(signals)) {
    process.on(signal, act);
  }

  const [code, signal] = await once(child, 'exit');
  for (const [signal, act] of Object.entries(signals)) {
    process.off(signal, act);
  }

  return code ?? 128 + os.constants.signals[signal];
}
