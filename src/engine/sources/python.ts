import {findProgram} from '../find-program.js';
import {runCommand} from '../run-command.js';
import {inspectTensorFlow} from '../tensorflow-folder.js';
import type {EngineSource} from './source.js';

/** The TensorFlow of a Python on this machine, used in place. */
export const python: EngineSource = {
  name: 'Python\'s TensorFlow',
  async take({cuda, env}) {
    const reasons: string[] = [];
    for (const name of ['python3', 'python']) {
      const folder = await findPackage(name, env);
      if (!folder) {
        reasons.push(findProgram(name, env) ? `${name} has no TensorFlow` : `no ${name}`);
        continue;
      }

      const found = await inspectTensorFlow(folder, `the TensorFlow of ${name}, in place`);
      if (!cuda || found.cuda) {
        return found;
      }

      reasons.push(`${name}'s TensorFlow was built without CUDA`);
    }

    throw new Error(reasons.join('; '));
  },
};

// Asks where the package lies without importing it, which would take seconds.
async function findPackage(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const program = findProgram(name, env);
  if (!program) {
    return undefined;
  }

  const script = 'import importlib.util as u; s = u.find_spec("tensorflow"); print(list(s.submodule_search_locations or [""])[0] if s else "")';
  const {code, stdout} = await runCommand(program, ['-c', script], {env, timeoutMs: 30_000});
  return code === 0 ? stdout.trim() || undefined : undefined;
}
