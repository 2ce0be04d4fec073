import {withValueAt, without} from './located.js';
import {nameSuffix} from './name-suffix.js';
import type {LocatedMap} from './source.js';

/** One combination of a matrix: the tree with its values in, and what to add to the row's name. */
export type MatrixRow = {readonly tree: LocatedMap; readonly suffix: string};

/** The product over the lists of `matrix`, first key slowest. A tree without one gives itself. */
export function expandMatrix(tree: LocatedMap): MatrixRow[] {
  const matrix = tree.entries.get('matrix')?.value;
  const plain = without(tree, ['matrix']);
  if (matrix?.kind !== 'map') {
    return [{tree: plain, suffix: ''}];
  }

  let rows: MatrixRow[] = [{tree: plain, suffix: ''}];
  for (const [key, {value}] of matrix.entries) {
    const values = value.kind === 'list' ? value.items : [];
    rows = rows.flatMap(row => values.map(item => ({
      tree: withValueAt(row.tree, key.split('.'), item),
      suffix: row.suffix + nameSuffix(key, item),
    })));
  }

  return rows;
}
