import {withValueAt, without} from './located.js';
import type {Located, LocatedMap} from './source.js';

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
      suffix: `${row.suffix}_${shortKey(key)}=${nameOf(item)}`,
    })));
  }

  return rows;
}

function shortKey(key: string): string {
  return key.split('.').at(-1) ?? key;
}

// Only what may stand in a row's name, which names its folder as well.
function nameOf(item: Located): string {
  if (item.kind === 'scalar') {
    return String(item.value).replaceAll(/[^\w.\-]/gv, '-');
  }

  return item.kind === 'list' ? item.items.map(part => nameOf(part)).join('-') : [...item.entries.keys()].join('-');
}
