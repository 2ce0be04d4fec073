// `npm start`: sets everything up, then trains the quickstart's rows and prints their leaderboard. Arguments go to `ablate run`.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sweep = 'experiments/quickstart';

await setUp();
const photos = chooseDataset();
const {runs} = parseArgs({strict: false, options: {runs: {type: 'string'}}}).values;
const trained = ablate('run', sweep, ...photos, ...process.argv.slice(2));
const shown = ablate('board', sweep, ...(runs ? ['--runs', runs] : []));
console.log('\nTry a variant: copy a file of experiments/quickstart, change a line, and `npx ablate run experiments/quickstart`.');
process.exitCode = trained || shown;

function chooseDataset() {
  if (process.argv.slice(2).some(word => /^(--set=)?dataset=/v.test(word))) {
    return [];
  }

  if (ablate('data', 'get', 'trashnet') === 0) {
    console.log('Data set: TrashNet, photos of litter in six classes.\n');
    return [];
  }

  console.log('Data set: drawn-litter. No photos could be had, so ablate draws pictures of its own; scores on them say nothing about photos.\n');
  return ['--set', 'dataset=drawn-litter'];
}

function ablate(...args) {
  const {status} = spawnSync(process.execPath, [path.join(root, 'build/src/cli.js'), ...args], {cwd: root, stdio: 'inherit'});
  return status ?? 1;
}
