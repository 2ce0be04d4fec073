import fs from 'node:fs';
import path from 'node:path';
import {suggestFile} from './suggest.js';

/** Which neighbour of a path that does not exist may have been meant; only those whose names `counts` accepts. */
export function suggestNeighbour(absolute: string, counts: (name: string) => boolean): string {
  // A link that leads nowhere bears the very name.
  const own = path.basename(absolute);
  return suggestFile(own, namesIn(path.dirname(absolute)).filter(name => name !== own && counts(name)));
}

// A folder that cannot be read proposes nothing; that it cannot is no part of what is wrong.
function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
