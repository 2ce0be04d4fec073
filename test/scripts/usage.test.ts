import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';

for (const [command, main] of [['npm run bench', '../../bench/main.js'], ['npm run conformance', '../conformance/main.js']] as const) {
  const call = (...args: string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [fileURLToPath(new URL(main, import.meta.url)), ...args], {encoding: 'utf8'});
    return {status, stdout, stderr};
  };

  test(`${command} says what it takes`, t => {
    const {status, stdout} = call('--help');
    t.is(status, 0);
    t.true(stdout.startsWith(`${command} -- [`));
  });

  test(`${command} refuses an option that it does not know in one line`, t => {
    t.deepEqual(call('--bogus'), {status: 2, stdout: '', stderr: `Unknown option '--bogus'. \`${command} -- --help\` says what there is.\n`});
  });
}
