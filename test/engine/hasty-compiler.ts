import {mkdtemp, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {findCompiler} from '../../src/engine/find-program.js';

/** This machine's compiler, but that it takes no time to make quick code. */
export async function hastyCompiler(): Promise<{readonly CXX: string}> {
  const script = path.join(await mkdtemp(path.join(os.tmpdir(), 'ablate-compiler-')), 'c++');
  await writeFile(script, `#!/bin/sh\nexec '${findCompiler(process.env)!}' "$@" -O0\n`, {mode: 0o755});
  return {CXX: script};
}
