import {createHash} from 'node:crypto';
import path from 'node:path';
import {compareCodePoints} from '../list-class-folders.js';
import {keptLookAlikesFolder} from './look-alikes-folder.js';

/** What a look at a data set found, as it is kept, pictures by their SHA-256 digests. Copies to the last bit are one digest. */
export type KeptLookAlikes = {
  /** All that were looked at. */
  readonly pictures: readonly string[];
  /** Of one and the same sight, by their pixels. */
  readonly sights: ReadonlyArray<readonly string[]>;
  /** Of one and the same thing, by a network's features. */
  readonly things: ReadonlyArray<readonly string[]>;
};

/** Changes whenever the same pictures would be grouped otherwise. */
const lookVersion = 1;

/** Where it lies for a data set of these pictures, given as digests in any order: one picture more or less is another place. */
export function keptLookAlikesFile(cache: string, digests: Iterable<string>): string {
  const sorted = [...new Set(digests)].toSorted(compareCodePoints);
  const address = createHash('sha256').update(JSON.stringify([lookVersion, sorted])).digest('hex');
  return path.join(keptLookAlikesFolder(cache), `${address}.json`);
}
