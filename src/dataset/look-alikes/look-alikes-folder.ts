import path from 'node:path';

/** The folder of all looks at data sets in a cache. */
export function keptLookAlikesFolder(cache: string): string {
  return path.join(cache, 'look-alikes');
}
