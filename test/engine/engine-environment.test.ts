import {mkdir, mkdtemp} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import type {Device, Engine} from '../../src/domain/device.js';
import {engineEnvironment} from '../../src/engine/engine-environment.js';

const cpu: Device = {kind: 'cpu', index: 0, name: 'processor'};
const engine: Engine = {version: '2.15.1', addon: '/e/tfjs_binding.node', library: '/e/tensorflow', origin: 'a test', cuda: false};

test('a run on the processor sees no GPU and has its threads', t => {
  const env = engineEnvironment(engine, cpu, 3, {});
  t.is(env.CUDA_VISIBLE_DEVICES, '-1');
  t.is(env.TF_NUM_INTRAOP_THREADS, '3');
  t.is(env.TF_CPP_MIN_LOG_LEVEL, '2');
});

test('what the user set stays, but not the pinning', t => {
  const env = engineEnvironment(engine, cpu, 1, {TF_CPP_MIN_LOG_LEVEL: '0', TF_ENABLE_ONEDNN_OPTS: '0', CUDA_VISIBLE_DEVICES: '0,1'});
  t.false('TF_CPP_MIN_LOG_LEVEL' in env);
  t.false('TF_ENABLE_ONEDNN_OPTS' in env);
  t.is(env.CUDA_VISIBLE_DEVICES, '-1');
});

test('a run on a GPU sees that GPU alone, and NVIDIA\'s libraries beside TensorFlow before the user\'s', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-cuda-'));
  await mkdir(path.join(folder, 'nvidia/cudnn/lib'), {recursive: true});
  const withCuda = {...engine, library: path.join(folder, 'tensorflow'), cuda: true};
  const env = engineEnvironment(withCuda, {kind: 'gpu', index: 2, name: 'GPU'}, 4, {LD_LIBRARY_PATH: '/opt/lib'});
  t.is(env.CUDA_VISIBLE_DEVICES, '2');
  t.is(env.LD_LIBRARY_PATH, `${path.join(folder, 'nvidia/cudnn/lib')}:/opt/lib`);
});
