import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import type {Engine} from '../../src/domain/device.js';
import {describeEnvironment} from '../../src/worker/environment.js';
import {createFolder} from './tiny-run.js';

const engine: Engine = {version: '2.15.1', addon: '/x', library: '/x', origin: 'a wheel', cuda: true};
const order = {engine, device: {kind: 'gpu', index: 1, name: 'NVIDIA H200'}, threads: 4} as const;

test.serial('names the commit of the working folder, marks changes, and leaves it out outside git', async t => {
  const before = process.cwd();
  const folder = await createFolder(t);
  t.teardown(() => {
    process.chdir(before);
  });
  process.chdir(folder);
  t.false('git_commit' in await describeEnvironment(order));

  // Without what the user has set, which may want commits to be signed.
  const env = {...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1'};
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {encoding: 'utf8', env}).trim();
  git('init', '--quiet');
  t.false('git_commit' in await describeEnvironment(order));
  git('commit', '--quiet', '--allow-empty', '--message', 'first');
  const commit = git('rev-parse', 'HEAD');
  const clean = await describeEnvironment(order);
  t.is(clean.git_commit, commit);
  writeFileSync(path.join(folder, 'new'), '');
  const changed = await describeEnvironment(order);
  t.is(changed.git_commit, `${commit}+`);
});

test.serial('names the device and no folder of the user\'s', async t => {
  const environment = await describeEnvironment(order);
  t.like(environment, {engine: 'tensorflow 2.15.1', device: 'NVIDIA H200', threads: 4, platform: `${process.platform}-${process.arch}`});
  t.regex(environment.ablate, /^\d+\.\d+\.\d+/v);
  t.false(JSON.stringify(environment).includes('/'));
  const onProcessor = await describeEnvironment({...order, device: {kind: 'cpu', index: 0, name: 'x'}, threads: 1});
  t.is(onProcessor.device, 'CPU (1 thread)');
  t.false(onProcessor.own_ops);
  const withOps = {...order, engine: {...order.engine, kernels: '/cache/kernels.node'}};
  t.false((await describeEnvironment(withOps)).own_ops, 'a GPU has none');
  t.true((await describeEnvironment({...withOps, device: {kind: 'cpu', index: 0, name: 'x'}})).own_ops);
});
