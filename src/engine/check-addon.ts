import process from 'node:process';
import {lastComplaint, runCommand} from './run-command.js';

/**
Loads an addon in a process of its own, where a crash harms nobody, and gives the version of its TensorFlow. Throws with
what the linker or the processor said.
*/
export async function checkAddon(addon: string, env: NodeJS.ProcessEnv): Promise<string> {
  const result = await runCommand(process.execPath, ['-e', script, addon], {
    env: {...env, TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '-1'},
    timeoutMs: 120_000,
  });
  if (result.signal === 'SIGILL') {
    throw new Error('this TensorFlow uses instructions that this machine\'s processor lacks (AVX, most likely)');
  }

  const version = /^TensorFlow (?<version>\d+\.\d+\.\d+)/mv.exec(result.stdout)?.groups?.version;
  if (result.code !== 0 || !version) {
    throw new Error(`the addon does not load: ${lastComplaint(result)}`);
  }

  const [major, minor] = version.split('.').map(Number);
  if (major! < 2 || (major === 2 && minor! < 9)) {
    throw new Error(`TensorFlow ${version} is too old: 2.9 or later is wanted`);
  }

  return version;
}

const script = 'console.log("TensorFlow " + require(process.argv[1]).TF_Version)';
