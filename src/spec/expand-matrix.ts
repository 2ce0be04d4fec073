import {describeMatrixKey} from './describe-key.js';
import {limits} from './limits.js';
import {nameSuffixes} from './name-suffix.js';
import type {Assignment} from './lay-assignments.js';
import type {Located, LocatedMap} from './source.js';

/** One combination of a matrix: the values to lay on the file, and what they add to the row's name. */
export type MatrixRow = {readonly assignments: readonly Assignment[]; readonly suffix: string};

/**
The product over the lists of `matrix`, first key slowest. A tree without one gives one row, of nothing. Keys that cannot
be varied are left out, and a product beyond the limit is: what else is wrong shows all the same.
*/
export function expandMatrix(tree: LocatedMap): MatrixRow[] {
  let rows: MatrixRow[] = [{assignments: [], suffix: ''}];
  if (countRows(tree) > limits.rows) {
    return rows;
  }

  const matrix = tree.entries.get('matrix')?.value;
  for (const [key, {key: place, value}] of matrix?.kind === 'map' ? matrix.entries : []) {
    const values = describeMatrixKey(key) === undefined ? valuesOf(value) : [];
    const suffixes = nameSuffixes(key, values);
    const choices = values.map((item, index) => ({assignments: [{path: key.split('.'), key: place, value: item}], suffix: suffixes[index]!}));
    rows = rows.flatMap(row => choices.length === 0 ? [row] : choices.map(choice => add(row, choice)));
  }

  return rows;
}

/** How many rows the lists of `matrix` make, of the keys that can be varied. */
export function countRows(tree: LocatedMap): number {
  const matrix = tree.entries.get('matrix')?.value;
  const varied = matrix?.kind === 'map' ? [...matrix.entries].filter(([key]) => describeMatrixKey(key) === undefined) : [];
  return varied.reduce((product, [, {value}]) => product * Math.max(1, valuesOf(value).length), 1);
}

function add({assignments, suffix}: MatrixRow, choice: MatrixRow): MatrixRow {
  return {assignments: [...assignments, ...choice.assignments], suffix: suffix + choice.suffix};
}

function valuesOf(value: Located): readonly Located[] {
  return value.kind === 'list' ? value.items : [value];
}
