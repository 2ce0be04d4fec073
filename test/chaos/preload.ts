import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

// Tests run from the build; what is written in C lies among the sources.
const source = fileURLToPath(new URL('../../../test/chaos/native/chaos.c', import.meta.url));

/** The library that strikes from within a process, or in words why there is none. */
export type Preload = {readonly library: string} | {readonly lacking: string};

/** Compiles it into a folder. Without it processes are killed from outside alone. */
export function compilePreload(folder: string): Preload {
  const library = path.join(folder, 'chaos.so');
  const {status, error, stderr} = spawnSync(process.env.CC ?? 'cc', ['-O1', '-Wall', '-shared', '-fPIC', '-o', library, source, '-ldl'], {encoding: 'utf8'});
  return status === 0 ? {library} : {lacking: `no C compiler made it: ${error?.message ?? stderr.trim()}`};
}
