import {distance} from 'fastest-levenshtein';

/** ` Did you mean "nadam"?` for the known word nearest to `word`, or nothing where none is near. */
export function suggest(word: string, known: readonly string[]): string {
  const nearest = known
    .map(candidate => ({candidate, edits: editsTo(word, candidate)}))
    .toSorted((a, b) => a.edits - b.edits)
    .at(0);
  const tolerated = Math.max(2, Math.floor(word.length / 3));
  return nearest && nearest.edits <= tolerated ? ` Did you mean "${nearest.candidate}"?` : '';
}

// The beginning of a word stands for it: `maxpool` is one edit from `max_pooling2d`.
function editsTo(word: string, candidate: string): number {
  const short = letters(word);
  return short.length >= 3 && letters(candidate).startsWith(short) ? 1 : distance(word.toLowerCase(), candidate.toLowerCase());
}

function letters(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z]/gv, '');
}
