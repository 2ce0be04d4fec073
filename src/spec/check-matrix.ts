import {describeMatrixKey} from './describe-key.js';
import {countRows} from './expand-matrix.js';
import {limits} from './limits.js';
import {emptyMap} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap, Place} from './source.js';
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
  return [...ofForm, ...ofKeys, ...checkRows(tree, matrix.key)];
}

function checkRows(tree: LocatedMap, place: Place): SpecProblem[] {
  const rows = countRows(tree);
  const message = `its lists make ${rows} rows, more than ${limits.rows}. Vary fewer values, or write a file for each part of them.`;
  return rows > limits.rows ? [{key: 'matrix', message, place}] : [];
}
