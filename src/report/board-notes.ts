import type {BoardRow} from '../domain/board-row.js';

/** What the scores rest on, and what the marks mean, a sentence a line. */
export function boardNotes(rows: readonly BoardRow[]): string[] {
  const bases = new Set(rows.filter(row => row.validation_pictures !== null).map(row => `${row.validation_pictures} of ${row.dataset}`));
  const comparison = bases.size > 1 ? ['Rows on different validation pictures are not comparable.'] : [];
  return [
    ...(bases.size > 0 ? [`last:  accuracy after the last epoch on all validation pictures: ${[...bases].join(', or ')}.`] : []),
    'best*: of all epochs, chosen on the pictures that it is scored on: optimistic.',
    ...(rows.some(row => row.features !== null) ? [featuresNote] : []),
    ...(rows.some(row => row.seeds > 1) ? ['Scores are means over the seeds.'] : []),
    ...(rows.some(row => row.stale) ? ['stale: the file or its photos changed since the result; run it again.'] : []),
    ...(rows.some(row => row.synthetic) ? ['drawn pictures: ablate drew them itself; a score on them says nothing about photos.'] : []),
    ...comparison,
  ];
}

const featuresNote = 'features: how many augmented views of each training photo the frozen backbone was shown; exact: a new one in every epoch.';
