import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {runCommand} from '../src/engine/run-command.js';

/** A package as it is installed, with nothing compiled yet. */
class Installed {
  readonly root = mkdtempSync(path.join(os.tmpdir(), 'ablate-installed-'));
  readonly kept = path.join(this.root, 'build/.compiled');

  constructor() {
    for (const name of ['package.json', 'bin', 'build/cli']) {
      cpSync(path.resolve(name), path.join(this.root, name), {recursive: true});
    }

    symlinkSync(path.resolve('node_modules'), path.join(this.root, 'node_modules'));
  }

  /** What `ablate board` says where nothing was trained. */
  async board(env: NodeJS.ProcessEnv = {}) {
    const command = path.join(this.root, 'bin/ablate.js');
    const {code, output} = await runCommand(process.execPath, [command, 'board'], {cwd: this.root, env: {...process.env, ...env}});
    return {code, output};
  }

  files(): string[] {
    return readdirSync(this.kept, {recursive: true}).map(name => path.join(this.kept, String(name))).filter(file => statSync(file).isFile());
  }
}

test('what V8 made of the modules is kept for the next process, which writes nothing', async t => {
  const installed = new Installed();
  const first = await installed.board();
  const files = installed.files();
  t.true(files.length > 1);
  t.deepEqual(files.filter(file => file.endsWith('.part')), []);
  const before = files.map(file => statSync(file).ino);
  t.deepEqual(await installed.board(), first);
  t.deepEqual(installed.files(), files);
  t.deepEqual(files.map(file => statSync(file).ino), before);
});

test('damaged code is not used, and made anew', async t => {
  const installed = new Installed();
  const first = await installed.board();
  const whole = new Map(installed.files().map(file => [file, readFileSync(file)]));
  const damages: Array<(bytes: Uint8Array) => Uint8Array> = [
    bytes => bytes.map((byte, index) => index % 64 === 50 ? byte ^ 1 : byte),
    bytes => bytes.subarray(0, bytes.length / 2),
    bytes => bytes.subarray(0, 3),
    () => new Uint8Array(),
  ];
  for (const damage of damages) {
    for (const [file, bytes] of whole) {
      writeFileSync(file, damage(bytes));
    }

    t.deepEqual(await installed.board(), first);
    for (const [file, bytes] of whole) {
      t.notDeepEqual(new Uint8Array(readFileSync(file)), new Uint8Array(damage(bytes)), `${file} was made anew`);
    }
  }
});

test('where nothing can be kept, and where that is not wanted, commands run as well', async t => {
  const installed = new Installed();
  writeFileSync(installed.kept, 'no folder');
  const without = await installed.board();
  t.is(readFileSync(installed.kept, 'utf8'), 'no folder');
  rmSync(installed.kept);
  t.deepEqual(await installed.board({NODE_DISABLE_COMPILE_CACHE: '1'}), without);
  t.throws(() => installed.files(), {code: 'ENOENT'});
  t.deepEqual(await installed.board(), without);
  t.true(installed.files().length > 1);
});
