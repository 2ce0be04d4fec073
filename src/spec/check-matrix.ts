import {describeKey, keyBelowList} from './describe-key.js';
import {fileKeys} from './file-keys.js';
import {emptyMap} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';
import {validateTree} from './validate-tree.js';

/** The mistakes of a file's matrix itself, each once: its form, and keys that cannot be varied. Those of its values show in its rows. */
export function checkMatrix(tree: LocatedMap): SpecProblem[] {
  const matrix = tree.entries.get('matrix');
  if (!matrix) {
    return [];
  }

  const alone: LocatedMap = {...emptyMap(tree.place), entries: new Map([['matrix', matrix]])};
  const ofForm = validateTree(alone).filter(({key}) => key.split('.')[0] === 'matrix');
  const keys = matrix.value.kind === 'map' ? [...matrix.value.entries] : [];
  const ofKeys = keys.flatMap(([key, {key: place}]) => {
    const message = describeMatrixKey(key);
    return message === undefined ? [] : [{key: `matrix.${key}`, message, place}];
  });
  return [...ofForm, ...ofKeys];
}

/** What is wrong with a dotted key of a matrix, if anything is. */
export function describeMatrixKey(key: string): string | undefined {
  const [first] = key.split('.') as [string];
  if (first === 'seeds') {
    return 'every row is trained once for each of its `seeds`: write them beside the matrix, `seeds: [0, 1, 2]`.';
  }

  if (fileKeys.includes(first)) {
    return `"${first}" cannot be varied: it belongs to the file, not to what is trained.`;
  }

  return keyBelowList(key) ?? describeKey(key);
}
