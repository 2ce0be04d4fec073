import {readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {errors} from '../errors.js';
import {linkFlags, sourceFlags} from './compiler-flags.js';
import {findCompiler} from './find-program.js';
import {lastComplaint, runCommand} from './run-command.js';
import type {TensorFlowFolder} from './tensorflow-folder.js';

const require = createRequire(import.meta.url);

// This file runs from build/src/engine.
const ownSource = fileURLToPath(new URL('../../../src/engine/binding/list_attributes.cc', import.meta.url));

/**
Compiles tfjs-node's binding against a TensorFlow (6 s on one core), and what it lacks. Node's headers come from node-api-headers.
*/
export async function compileAddon(tensorflow: TensorFlowFolder, addon: string, env: NodeJS.ProcessEnv): Promise<void> {
  const compiler = findCompiler(env);
  if (!compiler) {
    throw errors.noCompiler(process.platform);
  }

  const result = await runCommand(compiler, compilerArguments(tensorflow, addon), {env, timeoutMs: 600_000});
  if (result.code !== 0) {
    throw new Error(`the addon does not compile: ${lastComplaint(result)}`);
  }
}

function compilerArguments({libraries, include}: TensorFlowFolder, addon: string): string[] {
  const binding = path.dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));
  const {include_dir: nodeHeaders} = require('node-api-headers') as {include_dir: string};
  const sources = readdirSync(path.join(binding, 'binding')).filter(name => name.endsWith('.cc'));
  return [
    ...sourceFlags,
    '-DTFE_OpSetAttrString=ablate_set_attribute',
    ...[binding, nodeHeaders, include].flatMap(folder => ['-I', folder]),
    ...sources.map(name => path.join(binding, 'binding', name)),
    ownSource,
    ...linkFlags(libraries, addon),
  ];
}
