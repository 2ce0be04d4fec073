import process from 'node:process';
import {findPip} from '../../engine/find-pip.js';
import {findCompiler} from '../../engine/find-program.js';
import {runCommand} from '../../engine/run-command.js';
import type {Places} from '../places.js';
import type {Check} from './check.js';

/** Node, the compiler, npm and pip. The last three matter only while the engine is missing, and for set-up. */
export async function checkMachine({env}: Places, hasEngine: boolean): Promise<readonly Check[]> {
  return [checkNode(), ...await Promise.all([checkCompiler(env, hasEngine), checkNpm(env), checkPip(env, hasEngine)])];
}

function checkNode(): Check {
  const {node} = process.versions;
  const [major, minor] = node.split('.').map(Number);
  const isNew = major! > 20 || (major === 20 && minor! >= 19);
  return isNew
    ? {name: 'Node', state: 'fine', found: node, details: {version: node}}
    : {name: 'Node', state: 'missing', found: `${node}, but 20.19 or later is wanted`, mend: 'nvm install 22'};
}

async function checkCompiler(env: NodeJS.ProcessEnv, hasEngine: boolean): Promise<Check> {
  const compiler = findCompiler(env);
  if (!compiler) {
    return {
      name: 'C++ compiler',
      state: hasEngine ? 'lacking' : 'missing',
      found: 'none on the PATH (c++, g++, clang++)',
      mend: process.platform === 'darwin' ? 'xcode-select --install' : 'sudo apt install g++',
    };
  }

  const {stdout} = await runCommand(compiler, ['--version'], {env, timeoutMs: 10_000});
  const [version = ''] = stdout.split('\n');
  return {name: 'C++ compiler', state: 'fine', found: `${compiler} (${version})`, details: {path: compiler, version}};
}

async function checkNpm(env: NodeJS.ProcessEnv): Promise<Check> {
  const {code, stdout} = await runCommand('npm', ['--version'], {env, timeoutMs: 30_000});
  const version = stdout.trim();
  return code === 0
    ? {name: 'npm', state: 'fine', found: version, details: {version}}
    : {name: 'npm', state: 'lacking', found: 'not on the PATH: set-up needs it', mend: 'sudo apt install npm'};
}

async function checkPip(env: NodeJS.ProcessEnv, hasEngine: boolean): Promise<Check> {
  const pip = await findPip(env);
  if (pip) {
    return {name: 'pip', state: 'fine', found: `${pip.version} (${pip.command})`, details: {version: pip.version, command: pip.command}};
  }

  return {
    name: 'pip',
    state: 'lacking',
    found: hasEngine ? 'none (the engine is there, so none is needed)' : 'none: TensorFlow is fetched with it',
    mend: process.platform === 'darwin' ? 'python3 -m ensurepip' : 'sudo apt install python3-pip',
  };
}
