import {findProgram} from './find-program.js';
import {runCommand} from './run-command.js';

/** A pip that answers: the program and the arguments before pip's own. */
export type Pip = {
  readonly file: string;
  readonly args: readonly string[];
  /** As one would type it, `python3 -m pip`. */
  readonly command: string;
  readonly version: string;
};

/** The first pip that answers, if any does. */
export async function findPip(env: NodeJS.ProcessEnv): Promise<Pip | undefined> {
  for (const [name, ...args] of [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']] as const) {
    const file = findProgram(name, env);
    if (!file) {
      continue;
    }

    const {code, stdout} = await runCommand(file, [...args, '--version'], {env, timeoutMs: 30_000});
    const version = /^pip (?<version>\S+)/v.exec(stdout)?.groups?.version;
    if (code === 0 && version) {
      return {file, args, command: [name, ...args].join(' '), version};
    }
  }

  return undefined;
}
