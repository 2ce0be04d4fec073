import {spawn} from 'node:child_process';
import {mkdtemp} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {realEngine} from '../real-engine.js';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test.serial(`npm start that is stopped by ${signal} lets the step end, prints the board and keeps the exit code`, async t => {
    t.timeout(600_000);
    await realEngine();
    const runs = await mkdtemp(path.join(os.tmpdir(), 'ablate-start-'));
    const args = ['--set', 'dataset=drawn-litter', '--set', 'epochs=1000', '--set', 'image_size=8', '--runs', runs];
    // A group of its own, for a terminal gives Ctrl-C to all processes of the group in front.
    const child = spawn(process.execPath, ['scripts/start.js', ...args], {detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, NO_COLOR: '1'}});
    t.teardown(() => child.exitCode === null && process.kill(-child.pid!, 'SIGKILL'));
    let output = '';
    let isStopped = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (!isStopped && /started$/mv.test(output)) {
        isStopped = true;
        process.kill(signal === 'SIGINT' ? -child.pid! : child.pid!, signal);
      }
    });
    const code = await new Promise(resolve => {
      child.on('close', resolve);
    });
    t.is(code, 1);
    t.regex(output, /Stopping after the step in hand[\s\S]*: interrupted/v);
    t.regex(output, /^row +changed against parent[\s\S]* interrupted/mv);
    t.regex(output, /Try a variant/v);
  });
}
