import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {remember} from '../../files/remember.js';
import {rememberedFile} from '../../files/remembered-file.js';
import {shape} from '../../files/shape.js';
import type {Leak, SplitPicture} from './known-leak.js';
import {keptLookAlikesFolder} from './look-alikes-folder.js';

/** A split, as one database has it. */
export type KnownSplit = {
  readonly splitId: string;
  /** The runs folder. */
  readonly runs: string;
  readonly pictures: () => readonly SplitPicture[];
};

const leakShape = shape.map({
  pairs: shape.list(shape.map({validation: shape.text, training: shape.text, same: shape.oneOf('sight', 'thing')})),
  share: shape.number,
});

/** `knownLeak`, which goes through all pictures, once for a split: until `ablate data check` looks at something again. */
export async function rememberedLeak(cache: string, {splitId, runs, pictures}: KnownSplit): Promise<Leak | undefined> {
  const found = await remember({
    // Another database may call the same pictures otherwise.
    file: rememberedFile(cache, 'leak', [runs, splitId]),
    state: JSON.stringify([runs, splitId, looksIn(keptLookAlikesFolder(cache))]),
    shape: shape.nullable(leakShape),
    async find() {
      // Loaded only here, as what is remembered needs none of it.
      const {knownLeak} = await import('./known-leak.js');
      return knownLeak(cache, pictures()) ?? null;
    },
  });
  return found ?? undefined;
}

/** Names, sizes and times of all looks: one of other pictures may be the next that holds these. */
function looksIn(folder: string): unknown {
  try {
    return readdirSync(folder).toSorted().map(name => {
      const {size, mtimeMs} = statSync(path.join(folder, name));
      return [name, size, mtimeMs];
    });
  } catch {
    return [];
  }
}
