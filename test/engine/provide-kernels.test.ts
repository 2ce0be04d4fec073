import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {EngineLog} from '../../src/engine/engine-log.js';
import {kernelsFile} from '../../src/engine/kernels-file.js';
import {provideKernels} from '../../src/engine/provide-kernels.js';
import {realEngine} from '../real-engine.js';
import {hastyCompiler} from './hasty-compiler.js';

/** An engine whose own ops are not there yet, and what is said of it. */
async function fresh(t: ExecutionContext) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-kernels-'));
  t.teardown(async () => rm(folder, {recursive: true}));
  const {kernels, ...engine} = await realEngine();
  let said = '';
  const log = new EngineLog({
    write(text) {
      said += text;
    },
  });
  return {folder, engine: {...engine, addon: path.join(folder, 'tfjs_binding.node')}, log, said: () => said};
}

test('ablate\'s own ops are compiled once, also by two at a time, and leave nothing else behind', async t => {
  const {folder, engine, log, said} = await fresh(t);
  const env = {...process.env, ...await hastyCompiler()};
  const both = await Promise.all([1, 2].map(async () => provideKernels(engine, {env, log})));
  const file = kernelsFile(engine.addon);
  t.deepEqual(both.map(({kernels}) => kernels), [file, file]);
  t.deepEqual(await readdir(folder), [path.basename(file)]);
  t.is(said(), 'engine: compiling ablate\'s own ops\nengine: another process is compiling ablate\'s own ops; waiting for it\n');
});

test('where they do not compile, that is said once and training goes on without them', async t => {
  const {engine, log, said} = await fresh(t);
  const env = {...process.env, CXX: '/bin/false'};
  t.deepEqual(await provideKernels(engine, {env, log}), engine);
  t.regex(said(), /ablate's own ops do not compile: exit code 1\. Training goes on without them, more slowly; `npx ablate doctor`/v);
  const failed = `${kernelsFile(engine.addon)}.failed`;
  t.true(existsSync(failed));
  t.is(await readFile(failed, 'utf8'), 'ablate\'s own ops do not compile: exit code 1\n');
  const before = said();
  t.deepEqual(await provideKernels(engine, {env, log}), engine);
  t.is(said(), before);
});

test('a compiler that was killed may be asked again, and what an earlier one left is swept away', async t => {
  const {folder, engine, log, said} = await fresh(t);
  const compiler = path.join(folder, 'killed');
  await writeFile(compiler, '#!/bin/sh\nkill -9 $$\n', {mode: 0o755});
  const leftover = `${kernelsFile(engine.addon)}.part-1`;
  await mkdir(leftover);
  t.deepEqual(await provideKernels(engine, {env: {...process.env, CXX: compiler}, log}), engine);
  t.regex(said(), /ended by SIGKILL/v);
  t.deepEqual(await readdir(folder), ['killed']);
});
