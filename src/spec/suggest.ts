import {distance} from 'fastest-levenshtein';
import {synonyms} from './synonyms.js';

/** ` Did you mean "adam"?` for the known word that others call `word`, or that is nearest to it; nothing where none is near. */
export function suggest(word: string, known: readonly string[]): string {
  const ours = synonymsOf(word);
  return question(known.find(one => ours.includes(one)) ?? nearest(word, known, tolerated));
}

/** Our words for one of Keras', PyTorch's or common speech, if there are any. */
export function synonymsOf(word: string): readonly string[] {
  const key = plain(word);
  return Object.hasOwn(synonyms, key) ? [synonyms[key]!].flat() : [];
}

/** The same for the name of a file. Endings are alike anyway, and files may be called anything, so that less is near. */
export function suggestFile(name: string, known: readonly string[]): string {
  const stems = new Map(known.map(one => [stem(one), one]));
  const near = nearest(stem(name), [...stems.keys()], length => Math.max(1, Math.floor(length / 3)));
  return question(near === undefined ? undefined : stems.get(near));
}

// A single letter is near to no other.
function tolerated(shorter: number): number {
  return shorter < 2 ? 0 : Math.max(shorter < 4 ? 1 : 2, Math.floor(shorter / 3));
}

function question(word: string | undefined): string {
  return word === undefined ? '' : ` Did you mean "${word}"?`;
}

function nearest(word: string, known: readonly string[], most: (shorter: number) => number): string | undefined {
  return known
    .map(candidate => ({candidate, edits: editsTo(word, candidate)}))
    .filter(({candidate, edits}) => edits <= most(Math.min(word.length, candidate.length)))
    .toSorted((a, b) => a.edits - b.edits)
    .at(0)
    ?.candidate;
}

// Keras' class names are ours but for case and underscores. The beginning of a word stands for it: `maxpool` is one edit from
// `max_pooling2d`.
function editsTo(word: string, candidate: string): number {
  if (plain(word) === plain(candidate)) {
    return 0;
  }

  const short = letters(word);
  return short.length >= 3 && letters(candidate).startsWith(short) ? 1 : distance(word.toLowerCase(), candidate.toLowerCase());
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z\d]/gv, '');
}

function letters(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z]/gv, '');
}

function stem(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/v, '');
}
