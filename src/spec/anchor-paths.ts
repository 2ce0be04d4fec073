import path from 'node:path';
import {withValueAt} from './located.js';
import type {Located, LocatedMap} from './source.js';

const pathKeys = [['dataset', 'path'], ['dataset', 'csv'], ['published', 'history'], ['model', 'backbone', 'weights']];

/** Makes every path absolute that a tree holds: relative to the file that it was written in, and to `cwd` where that is no file. */
export function anchorPaths(tree: LocatedMap, cwd: string): LocatedMap {
  return pathKeys.reduce((anchored, keys) => {
    const node = valueAt(anchored, keys);
    if (node?.kind !== 'scalar' || typeof node.value !== 'string' || !isPath(keys, node.value)) {
      return anchored;
    }

    const {path: file} = node.place.source;
    return withValueAt(anchored, keys, {...node, value: path.resolve(file === undefined ? cwd : path.dirname(file), node.value)});
  }, tree);
}

function valueAt(tree: LocatedMap, keys: readonly string[]): Located | undefined {
  return keys.reduce<Located | undefined>((node, key) => node?.kind === 'map' ? node.entries.get(key)?.value : undefined, tree);
}

// Weights have words too (`imagenet`), and what is neither is told as it was written.
function isPath(keys: readonly string[], value: string): boolean {
  return keys.at(-1) === 'weights' ? /\.(?:h5|hdf5|json)$/v.test(value) : value !== '';
}
