import {existsSync} from 'node:fs';
import {mkdir, rename, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import type {Engine} from '../domain/device.js';
import {errors} from '../errors.js';
import {linkFlags, sourceFlags} from './compiler-flags.js';
import {findCompiler} from './find-program.js';
import {nativeSources} from './kernels-file.js';
import {lastComplaint, runCommand} from './run-command.js';

const require = createRequire(import.meta.url);

/** What is compiled once for each instruction set, of which the processor's best is taken when it runs. */
const routines = ['conv_relu_pool_isa', 'dense_isa', 'dense_adam_isa'];

/**
Compiles ablate's own TensorFlow ops against an engine (10 s on two cores), and loads them once in a process of their own.
Throws with what the compiler or the linker said.
*/
export async function compileKernels(engine: Engine, addon: string, env: NodeJS.ProcessEnv): Promise<void> {
  const compiler = findCompiler(env);
  if (!compiler) {
    throw errors.noCompiler(process.platform);
  }

  const aside = `${addon}.part-${process.pid}`;
  await mkdir(aside, {recursive: true});
  try {
    const objects = await Promise.all(objectsOf(engine).map(async ({name, args}) => {
      const object = path.join(aside, `${name}.o`);
      await runCompiler(compiler, [...args, '-O3', '-c', '-o', object], env);
      return object;
    }));
    // In the addon's own folder: its libraries are found from there.
    await runCompiler(compiler, [...objects, ...linkFlags(librariesOf(engine), `${addon}.part`)], env);
    await checkLoads(`${addon}.part`, env);
    await rename(`${addon}.part`, addon);
  } finally {
    await rm(aside, {recursive: true, force: true});
    await rm(`${addon}.part`, {force: true});
  }
}

function objectsOf(engine: Engine): ReadonlyArray<{readonly name: string; readonly args: readonly string[]}> {
  const {include_dir: nodeHeaders} = require('node-api-headers') as {include_dir: string};
  const source = (name: string) => path.join(nativeSources, `${name}.cc`);
  const flags = [...sourceFlags, '-fno-math-errno'];
  return [
    ...instructionSets().flatMap(({name: set, args}) =>
      routines.map(name => ({name: `${name}-${set}`, args: [...flags, ...args, `-DABLATE_ISA=${set}`, source(name)]}))),
    ...['parallel', 'dispatch'].map(name => ({name, args: [...flags, source(name)]})),
    // TensorFlow's own bits: no product and sum in one.
    {name: 'warp', args: [...flags, '-ffp-contract=off', source('warp')]},
    {
      name: 'ops',
      args: [...flags, '-DNODE_GYP_MODULE_NAME=ablate_kernels', '-I', nodeHeaders, '-I', includeOf(engine), source('ops')],
    },
  ];
}

function instructionSets() {
  return [
    {name: 'baseline', args: []},
    ...process.arch === 'x64'
      ? [
        {name: 'avx2', args: ['-mavx2', '-mfma']},
        {name: 'avx512', args: ['-mavx512f', '-mavx512bw', '-mavx512vl', '-mavx512dq', '-mfma']},
      ]
      : [],
  ];
}

function includeOf({library, origin}: Engine): string {
  const include = [library, path.dirname(library)]
    .map(folder => path.join(folder, 'include'))
    .find(folder => existsSync(path.join(folder, 'tensorflow/c/kernels.h')));
  if (!include) {
    throw new Error(`${origin} has no header tensorflow/c/kernels.h`);
  }

  return include;
}

function librariesOf({library}: Engine): string[] {
  const names = process.platform === 'darwin'
    ? ['libtensorflow_cc.2.dylib', 'libtensorflow.2.dylib', 'libtensorflow_framework.2.dylib']
    : ['libtensorflow_cc.so.2', 'libtensorflow.so.2', 'libtensorflow_framework.so.2'];
  return names.map(name => path.join(library, name)).filter(file => existsSync(file));
}

async function runCompiler(compiler: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const result = await runCommand(compiler, args, {env, timeoutMs: 600_000});
  if (result.code !== 0) {
    throw new Error(`ablate's own ops do not compile: ${lastComplaint(result)}`);
  }
}

// In a process of its own, where a crash harms nobody.
async function checkLoads(addon: string, env: NodeJS.ProcessEnv): Promise<void> {
  const script = 'process.dlopen({exports: {}}, process.argv[1])';
  const result = await runCommand(process.execPath, ['-e', script, addon], {env: {...env, TF_CPP_MIN_LOG_LEVEL: '3'}, timeoutMs: 120_000});
  if (result.code !== 0) {
    throw new Error(`ablate's own ops do not load: ${lastComplaint(result)}`);
  }
}
