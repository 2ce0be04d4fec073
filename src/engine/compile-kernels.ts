import {existsSync} from 'node:fs';
import {mkdir, rename, rm} from 'node:fs/promises';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import PQueue from 'p-queue';
import type {Engine} from '../domain/device.js';
import {errors} from '../errors.js';
import {exactFlags, instructionSets, linkFlags, opFlags} from './compiler-flags.js';
import {findCompiler} from './find-program.js';
import {nativeSources} from './kernels-file.js';
import {lastComplaint, runCommand, type CommandResult} from './run-command.js';
import {findLibraries} from './tensorflow-folder.js';

const require = createRequire(import.meta.url);

/** What is compiled once for each instruction set, of which the processor's best is taken when it runs. */
const routines = ['conv_forward_isa', 'conv_gradients_isa', 'dense_isa', 'dense_adam_isa', 'dense_input_gradient_isa', 'winograd_isa'];

/** The compiler, or the linker, looked at the sources and said no: it will say so again. */
export class CompilerRefused extends Error {
  override name = 'CompilerRefused';
}

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
    const queue = new PQueue({concurrency: os.availableParallelism()});
    const compiled = await Promise.allSettled(objectsOf(engine).map(async ({name, args}) => {
      const object = path.join(aside, `${name}.o`);
      await queue.add(async () => runCompiler(compiler, [...args, '-c', '-o', object], env));
      return object;
    }));
    const objects = compiled.map(result => {
      if (result.status === 'rejected') {
        throw result.reason as Error;
      }

      return result.value;
    });
    // In the addon's own folder: its libraries are found from there.
    await runCompiler(compiler, [...objects, ...linkFlags(findLibraries(engine.library), `${addon}.part`)], env);
    await checkLoads(`${addon}.part`, env);
    await rename(`${addon}.part`, addon);
  } finally {
    await rm(aside, {recursive: true, force: true});
    await rm(`${addon}.part`, {force: true});
  }
}

function objectsOf(engine: Engine): ReadonlyArray<{readonly name: string; readonly args: readonly string[]}> {
  const {include_dir: nodeHeaders} = require('node-api-headers') as {include_dir: string};
  const tensorFlow = ['-I', includeOf(engine)];
  const source = (name: string) => path.join(nativeSources, `${name}.cc`);
  return [
    ...instructionSets.flatMap(({name: set, flags}) =>
      routines.map(name => ({name: `${name}-${set}`, args: [...opFlags, ...flags, `-DABLATE_ISA=${set}`, source(name)]}))),
    ...['parallel', 'dispatch', 'crossentropy'].map(name => ({name, args: [...opFlags, source(name)]})),
    {name: 'warp', args: [...exactFlags, source('warp')]},
    ...['conv_ops', 'dense_ops', 'crossentropy_ops', 'warp_ops', 'winograd_ops'].map(name => ({name, args: [...opFlags, ...tensorFlow, source(name)]})),
    {name: 'ops', args: [...opFlags, '-DNODE_GYP_MODULE_NAME=ablate_kernels', '-I', nodeHeaders, ...tensorFlow, source('ops')]},
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

async function runCompiler(compiler: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  throwIfFailed('ablate\'s own ops do not compile', await runCommand(compiler, args, {env, timeoutMs: 600_000}));
}

function throwIfFailed(what: string, result: CommandResult): void {
  if (result.code !== 0) {
    // What a signal or the clock ended, or what was not found, may do another time.
    const Failure = result.code === null ? Error : CompilerRefused;
    throw new Failure(`${what}: ${lastComplaint(result)}`);
  }
}

// In a process of its own, where a crash harms nobody.
async function checkLoads(addon: string, env: NodeJS.ProcessEnv): Promise<void> {
  const script = 'process.dlopen({exports: {}}, process.argv[1])';
  const result = await runCommand(process.execPath, ['-e', script, addon], {env: {...env, TF_CPP_MIN_LOG_LEVEL: '3'}, timeoutMs: 120_000});
  throwIfFailed('ablate\'s own ops do not load', result);
}
