// `npm test`: sets everything up, then lint, directions, generated files and tests; all of them, whatever fails. With arguments
// (`npm test -- test/queue`) only those tests.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {toolEnvironment} from './setup/run-tool.js';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const filters = process.argv.slice(2);

const checks = [
  {name: 'lint', file: 'xo', args: []},
  {name: 'directions', file: 'depcruise', args: ['src', '--config', '.dependency-cruiser.cjs']},
  {name: 'generated files', file: process.execPath, args: ['scripts/generate.js', '--check']},
];
const tests = {name: 'tests', file: 'ava', args: filters.length > 0 ? filters.map(word => toBuilt(word)) : ['build/test/**/*.test.js']};

// The types are checked here: the build fails where they do not hold.
await setUp();
const results = (filters.length > 0 ? [tests] : [...checks, tests]).map(check => run(check));
summarize(results);

function run({name, file, args}) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const program = path.isAbsolute(file) ? file : path.join(root, 'node_modules/.bin', file);
  const {status} = spawnSync(program, args, {cwd: root, stdio: 'inherit', env: {TF_CPP_MIN_LOG_LEVEL: '2', ...toolEnvironment()}});
  return {name, passed: status === 0, seconds: (performance.now() - started) / 1000};
}

function summarize(results) {
  console.log('');
  for (const {name, passed, seconds} of results) {
    console.log(`${passed ? '✔' : '✖'} ${name} ${passed ? '' : 'failed '}(${seconds.toFixed(1)} s)`);
  }

  process.exitCode = results.every(result => result.passed) ? 0 : 1;
}

// Tests run from the build, where every source lies under its own path. `test/queue`, `test/cli` and `test/cli.test.ts` do.
function toBuilt(word) {
  const stem = word.replace(/\/$|\.test\.ts$/v, '');
  return existsSync(path.join(root, `${stem}.test.ts`)) ? `build/${stem}.test.js` : `build/${stem}/**/*.test.js`;
}
