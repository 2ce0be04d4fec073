import {describeMatrixKey} from './check-matrix.js';
import {nameSuffixes} from './name-suffix.js';
import type {Assignment} from './lay-assignments.js';
import type {Located, LocatedMap} from './source.js';

/** One combination of a matrix: the values to lay on the file, and what they add to the row's name. */
export type MatrixRow = {readonly assignments: readonly Assignment[]; readonly suffix: string};

/**
The product over the lists of `matrix`, first key slowest. A tree without one gives one row, of nothing. Keys that cannot
be varied are left out: what else is wrong shows all the same.
*/
export function expandMatrix(tree: LocatedMap): MatrixRow[] {
  const matrix = tree.entries.get('matrix')?.value;
  let rows: MatrixRow[] = [{assignments: [], suffix: ''}];
  for (const [key, {key: place, value}] of matrix?.kind === 'map' ? matrix.entries : []) {
    const values = describeMatrixKey(key) === undefined ? valuesOf(value) : [];
    const suffixes = nameSuffixes(key, values);
    const choices = values.map((item, index) => ({assignments: [{path: key.split('.'), key: place, value: item}], suffix: suffixes[index]!}));
    rows = rows.flatMap(row => choices.length === 0 ? [row] : choices.map(choice => add(row, choice)));
  }

  return rows;
}

function add({assignments, suffix}: MatrixRow, choice: MatrixRow): MatrixRow {
  return {assignments: [...assignments, ...choice.assignments], suffix: suffix + choice.suffix};
}

function valuesOf(value: Located): readonly Located[] {
  return value.kind === 'list' ? value.items : [value];
}
