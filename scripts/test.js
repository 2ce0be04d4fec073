// `npm test`: sets everything up, then lint, directions, generated files and tests; all of them, whatever fails. With arguments
// (`npm test -- test/queue`) only those tests.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, existsSync, mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {toolEnvironment} from './setup/run-tool.js';
import {setUp} from './setup.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const filters = process.argv.slice(2);

const checks = [
  // In two halves at once: xo keeps to one processor.
  {name: 'lint', file: 'xo', calls: [['src'], ['--ignore', 'src/**']]},
  {name: 'directions', file: 'depcruise', calls: [['src', '--config', '.dependency-cruiser.cjs']]},
  {name: 'generated files', file: process.execPath, calls: [['scripts/generate.js', '--check']]},
];
const tests = {name: 'tests', file: 'ava', calls: [filters.length > 0 ? filters.map(word => toBuilt(word)) : ['build/test/**/*.test.js']]};

// The types are checked here: the build fails where they do not hold.
await setUp();
// What tests leave is looked at where one fails, and of no use where none does. Some of them give up root's rights, and must get in.
const temporary = mkdtempSync(path.join(os.tmpdir(), 'ablate-tests-'));
chmodSync(temporary, 0o755);
const results = [];
for (const check of filters.length > 0 ? [tests] : [...checks, tests]) {
  results.push(await run(check));
}

summarize(results);
tidy(results);

async function run({name, file, calls}) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const program = path.isAbsolute(file) ? file : path.join(root, 'node_modules/.bin', file);
  const env = {TF_CPP_MIN_LOG_LEVEL: '2', ...toolEnvironment(), TMPDIR: temporary};
  const passed = await Promise.all(calls.map(async args => {
    try {
      const [code] = await once(spawn(program, args, {cwd: root, stdio: 'inherit', env}), 'close');
      return code === 0;
    } catch (error) {
      console.error(error.message);
      return false;
    }
  }));
  return {name, passed: passed.every(Boolean), seconds: (performance.now() - started) / 1000};
}

function summarize(results) {
  console.log('');
  for (const {name, passed, seconds} of results) {
    console.log(`${passed ? '✔' : '✖'} ${name} ${passed ? '' : 'failed '}(${seconds.toFixed(1)} s)`);
  }

  process.exitCode = results.every(result => result.passed) ? 0 : 1;
}

function tidy(results) {
  if (results.every(result => result.passed)) {
    rmSync(temporary, {recursive: true, force: true, maxRetries: 3});
  } else {
    console.log(`What the tests left lies in ${temporary}.`);
  }
}

// Tests run from the build, where every source lies under its own path. `test/queue`, `test/cli` and `test/cli.test.ts` do.
function toBuilt(word) {
  const stem = word.replace(/\/$|\.test\.ts$/v, '');
  return existsSync(path.join(root, `${stem}.test.ts`)) ? `build/${stem}.test.js` : `build/${stem}/**/*.test.js`;
}
