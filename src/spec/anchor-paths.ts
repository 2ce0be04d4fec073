import path from 'node:path';
import {withValueAt} from './located.js';
import type {Located, LocatedMap} from './source.js';

const pathKeys = [['dataset', 'path'], ['published', 'history']];

/** Makes every path absolute that a tree holds: relative to the file that it was written in, and to `cwd` where that is no file. */
export function anchorPaths(tree: LocatedMap, cwd: string): LocatedMap {
  return pathKeys.reduce((anchored, keys) => {
    const node = valueAt(anchored, keys);
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') {
      return anchored;
    }

    const {path: file} = node.place.source;
    return withValueAt(anchored, keys, {...node, value: path.resolve(file === undefined ? cwd : path.dirname(file), node.value)});
  }, tree);
}

function valueAt(tree: LocatedMap, [outer, inner]: readonly string[]): Located | undefined {
  const below = tree.entries.get(outer ?? '')?.value;
  return below?.kind === 'map' ? below.entries.get(inner ?? '')?.value : undefined;
}
