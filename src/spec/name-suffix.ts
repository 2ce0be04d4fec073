import type {Located} from './source.js';

/** What a value that is laid on a file adds to its row's name: `_epochs=2`. Only what may stand in a folder's name, too. */
export function nameSuffix(key: string, value: Located): string {
  return `_${key.split('.').at(-1) ?? key}=${nameOf(value)}`;
}

function nameOf(value: Located): string {
  if (value.kind === 'scalar') {
    return String(value.value).replaceAll(/[^\w.\-]/gv, '-');
  }

  return value.kind === 'list' ? value.items.map(part => nameOf(part)).join('-') : [...value.entries.keys()].join('-');
}
