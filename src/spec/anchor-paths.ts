import path from 'node:path';
import {withValueAt} from './located.js';
import type {Located, LocatedMap, Source} from './source.js';

const pathKeys = [['dataset', 'path'], ['published', 'history']];

/** Makes the paths of a file absolute, so that they mean the same when another file inherits them. */
export function anchorPaths(tree: LocatedMap, source: Source): LocatedMap {
  if (!source.path) {
    return tree;
  }

  const folder = path.dirname(source.path);
  return pathKeys.reduce((anchored, keys) => {
    const node = scalarAt(anchored, keys);
    return typeof node?.value === 'string' && node.value !== ''
      ? withValueAt(anchored, keys, {...node, value: path.resolve(folder, node.value)})
      : anchored;
  }, tree);
}

function scalarAt(tree: LocatedMap, [outer, inner]: readonly string[]): Extract<Located, {kind: 'scalar'}> | undefined {
  const below = tree.entries.get(outer ?? '')?.value;
  const node = below?.kind === 'map' ? below.entries.get(inner ?? '')?.value : undefined;
  return node?.kind === 'scalar' ? node : undefined;
}
