import {createHash} from 'node:crypto';

/** A row's place on the page: its name, as far as an address takes it. */
export function rowId(name: string): string {
  const plain = name.replaceAll(/[^\w.\-]/gv, '-');
  return plain === name ? `row-${name}` : `row-${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}
