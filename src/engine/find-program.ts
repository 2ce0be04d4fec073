import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';

/** The absolute path of a program on the PATH, if it is there and may be run. */
export function findProgram(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = path.isAbsolute(name) ? [''] : (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map(folder => path.join(folder, name)).find(file => isProgram(file));
}

/** The C++ compiler to use: `CXX`, else the first of c++, g++ and clang++ on the PATH. */
export function findCompiler(env: NodeJS.ProcessEnv): string | undefined {
  return [env.CXX, 'c++', 'g++', 'clang++']
    .map(name => name ? findProgram(name, env) : undefined)
    .find(Boolean);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
