import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {exactFlags, instructionSets, opFlags} from './compiler-flags.js';

/** The C++ sources of ablate's own ops. This file runs from build/src/engine. */
export const nativeSources = fileURLToPath(new URL('../../../src/engine/native', import.meta.url));

/**
Where the ops' addon lies beside the engine's own, addressed by its sources and flags; a file of that name and `.failed` says
why it could not be made.
*/
export function kernelsFile(addon: string): string {
  const hash = createHash('sha256').update(JSON.stringify([opFlags, exactFlags, instructionSets]));
  for (const name of readdirSync(nativeSources).toSorted()) {
    hash.update(name).update(readFileSync(path.join(nativeSources, name)));
  }

  return path.join(path.dirname(addon), `kernels-${hash.digest('hex').slice(0, 8)}.node`);
}
