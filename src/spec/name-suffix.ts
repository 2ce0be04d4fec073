import type {Located} from './source.js';

// Several of them must fit into a folder's name.
const longestValue = 40;

/** What each of the values of one key adds to its row's name: `_epochs=2`. They differ from each other. */
export function nameSuffixes(key: string, values: readonly Located[]): string[] {
  const suffixes = values.map(value => nameSuffix(key, value));
  return suffixes.map((suffix, index) => {
    const isShared = suffixes.indexOf(suffix) !== suffixes.lastIndexOf(suffix);
    const before = suffixes.slice(0, index).filter(other => other === suffix).length;
    return isShared ? `${suffix}.${before + 1}` : suffix;
  });
}

/** What a value that is laid on a file adds to its row's name. Only what may stand in a folder's name, too. */
export function nameSuffix(key: string, value: Located): string {
  // A data set's name says what it is.
  return key === 'dataset' && value.kind === 'scalar' ? `_${nameOf(value)}` : `_${shortKey(key.split('.'))}=${nameOf(value)}`;
}

/** The last part, which mostly says enough, but `optimizer` for `optimizer.name`. */
function shortKey(parts: readonly string[]): string {
  return (parts.at(-1) === 'name' ? parts.at(-2) : undefined) ?? parts.at(-1)!;
}

function nameOf(value: Located): string {
  return wordsOf(value).replaceAll(/[^\w.=\-]/gv, '-').slice(0, longestValue);
}

// `adam-learning_rate=0.1` for a map, since a name needs no key before it.
function wordsOf(value: Located): string {
  switch (value.kind) {
    case 'scalar': {
      return String(value.value);
    }

    case 'list': {
      return value.items.map(item => wordsOf(item)).join('-');
    }

    case 'map': {
      return [...value.entries].map(([key, entry]) => key === 'name' ? wordsOf(entry.value) : `${key}=${wordsOf(entry.value)}`).join('-');
    }
  }
}
