import {createHash} from 'node:crypto';
import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {remember} from '../../files/remember.js';
import {shape} from '../../files/shape.js';
import {keptLookAlikesFolder} from './kept-look-alikes.js';
import {knownLeak, type Leak, type SplitPicture} from './known-leak.js';

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
  const address = createHash('sha256').update(JSON.stringify([runs, splitId])).digest('hex');
  const found = await remember({
    file: path.join(cache, 'remembered', `leak-${address}.json`),
    state: stateOf(keptLookAlikesFolder(cache)),
    shape: shape.nullable(leakShape),
    find: () => knownLeak(cache, pictures()) ?? null,
  });
  return found ?? undefined;
}

/** Names, sizes and times of all looks: one of other pictures may be the next that holds these. */
function stateOf(folder: string): string {
  try {
    return JSON.stringify(readdirSync(folder).toSorted().map(name => {
      const {size, mtimeMs} = statSync(path.join(folder, name));
      return [name, size, mtimeMs];
    }));
  } catch {
    return 'none';
  }
}
