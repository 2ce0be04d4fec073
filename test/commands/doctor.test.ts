import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {findRoom} from '../../src/commands/doctor/find-room.js';
import {engineFolder} from '../../src/engine/engine-manifest.js';
import {runCommand} from '../../src/engine/run-command.js';
import {realEngine} from '../real-engine.js';
import {cliFile} from '../cli-file.js';

type Report = {ready: boolean; checks: Array<{name: string; state: string; found: string; mend?: string}>};

test('where the engine is there, everything needed is, and TensorFlow\'s version and the device are named', async t => {
  const engine = await realEngine();
  const {code, stdout} = await doctor(['--json'], process.env);
  const {ready, checks} = JSON.parse(stdout) as Report;
  t.is(code, 0);
  t.true(ready);
  t.true(find(checks, 'engine').found.includes(`TensorFlow ${engine.version}`));
  t.regex(find(checks, 'device').found, /(CPU|GPU \d+): .*GB/v);
  t.is(find(checks, 'Node').found, process.versions.node);
});

test('a missing engine is exit code 2, with the one command that mends it', async t => {
  const empty = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  const nothing = {ABLATE_TENSORFLOW: undefined, ABLATE_CACHE: empty, ABLATE_DATA: empty, ABLATE_WEIGHTS: empty};
  const {code, stdout} = await doctor([], {...process.env, ...nothing});
  t.is(code, 2);
  t.regex(stdout, /✖ engine +no TensorFlow yet\n +mend: npx ablate doctor --mend\n/v);
  t.regex(stdout, /– trashnet +not found\n +mend: npx ablate data get trashnet\n/v);
  t.regex(stdout, /– weights +none yet.*\n +mend: npx ablate weights get resnet50\n/v);
  t.regex(stdout, /Missing: engine\./v);
  t.false(stdout.includes('\u{1B}'));
});

test('the command that mends a broken engine can be run as it stands, whatever the folder is called', async t => {
  const cache = path.join(await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-')), 'it\'s $HOME');
  const folder = engineFolder(cache, 'cpu');
  const addon = path.join(folder, 'tfjs_binding.node');
  await mkdir(folder, {recursive: true});
  await writeFile(addon, 'none');
  const library = {path: 'tfjs_binding.node', bytes: 4};
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({version: '2.15.1', origin: 'a wheel', cuda: false, addon: library, libraries: [library]}));
  const {stdout} = await doctor(['--json'], {...process.env, ABLATE_CACHE: cache, ABLATE_TENSORFLOW: undefined});
  const {mend} = find((JSON.parse(stdout) as Report).checks, 'engine');
  const {code, output} = await runCommand('bash', ['-c', `npx() { echo "npx $*"; }; ${mend}`]);
  t.is(code, 0);
  t.is(output, 'npx ablate doctor --mend\n');
  t.false(existsSync(addon));
});

test('another folder for the cache is one that has the room', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-cache-'));
  t.is(await findRoom([path.join(folder, 'nowhere'), folder], 1), folder);
  t.is(await findRoom([folder], Number.MAX_VALUE), undefined);
});

async function doctor(args: string[], env: NodeJS.ProcessEnv) {
  // A folder without data/ in it.
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'ablate-doctor-'));
  return runCommand(process.execPath, [cliFile, 'doctor', ...args], {cwd, env: {...env, FORCE_COLOR: '0'}});
}

function find(checks: Report['checks'], name: string) {
  return checks.find(check => check.name === name)!;
}
