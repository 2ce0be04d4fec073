import type {Located} from './source.js';

/** What a value that is laid on a file adds to its row's name: `_epochs=2`. Only what may stand in a folder's name, too. */
export function nameSuffix(key: string, value: Located): string {
  // A data set's name says what it is.
  return key === 'dataset' && value.kind === 'scalar' ? `_${nameOf(value)}` : `_${shortKey(key.split('.'))}=${nameOf(value)}`;
}

/** The last part, which mostly says enough, but `optimizer` for `optimizer.name`. */
function shortKey(parts: readonly string[]): string {
  return (parts.at(-1) === 'name' ? parts.at(-2) : undefined) ?? parts.at(-1)!;
}

function nameOf(value: Located): string {
  if (value.kind === 'scalar') {
    return String(value.value).replaceAll(/[^\w.\-]/gv, '-');
  }

  return value.kind === 'list' ? value.items.map(part => nameOf(part)).join('-') : [...value.entries.keys()].join('-');
}
