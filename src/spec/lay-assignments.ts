import {anchorPaths} from './anchor-paths.js';
import {emptyMap, without, withValueAt} from './located.js';
import {mergeTrees} from './merge-trees.js';
import type {Located, LocatedMap, Place} from './source.js';

/** One value that a matrix or `--set` lays on a file, and where its key was written. */
export type Assignment = {readonly path: readonly string[]; readonly key: Place; readonly value: Located};

/**
What a merged file means with these values on it: as if a child file had them, so that `null` takes a key away. All are
laid on at once, so that none of them counts as inherited. Paths come out absolute.
*/
export function layAssignments(tree: LocatedMap, assignments: readonly Assignment[], cwd: string): LocatedMap {
  const plain = mergeTrees(emptyMap(tree.place), without(tree, ['matrix']));
  const child = assignments.reduce((laid, {path, key, value}) => withValueAt(laid, path, value, key), emptyMap(tree.place));
  return anchorPaths(mergeTrees(plain, child), cwd);
}
