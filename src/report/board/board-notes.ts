import type {BoardRow} from '../../domain/board-row.js';
import {printableLine} from '../../errors.js';
import type {BoardView} from './board-view.js';

/** A note that is told where it says something of what is shown. */
type Note = {
  readonly holds: (view: BoardView, isShown: (key: string) => boolean) => boolean;
  readonly text: (view: BoardView) => string;
};

/** What the scores rest on, and what columns and marks mean, a sentence a line. `columns` are the keys of those that are shown. */
export function boardNotes(view: BoardView, columns: readonly string[]): string[] {
  const shown = new Set(columns);
  const isShown = (key: string) => shown.has(key);
  return [
    ...view.alike.length > 0 ? [`the same in all rows that have a result: ${view.alike.map(({title, text}) => `${title} ${text}`).join(', ')}`] : [],
    ...notes.filter(({holds}) => holds(view, isShown)).map(({text}) => printableLine(text(view))),
    ...view.dataNotes,
  ];
}

const some = (view: BoardView, holds: (row: BoardRow) => boolean) => view.rows.some(row => holds(row));

const notes: readonly Note[] = [
  {
    holds: view => bases(view).length > 0,
    text: view => `last:  accuracy after the last epoch on all validation pictures${view.groups.length > 1 ? '' : `: ${bases(view).join(', or ')}`}.${
      some(view, row => row.seeds > 1) ? ' Scores are means over the seeds.' : ''}`,
  },
  {
    holds: (view, isShown) => isShown('interval') && some(view, row => row.interval_of === 'training'),
    text: () => '95 %:  where last would be with other validation pictures of the same kind, and other seeds.',
  },
  {
    holds: (view, isShown) => isShown('interval') && some(view, row => row.interval_of === 'network'),
    text: view => `${some(view, row => row.interval_of === 'training') ? 'With one seed: where that of this' : '95 %:  where last of this'} one network would be with other pictures; how much the seed matters, one does not tell.`,
  },
  {
    holds: (view, isShown) => isShown('verdict') && some(view, row => row.p !== null),
    text: view => `against:  by the answers to the same pictures, corrected for ${comparisonsOf(view)}; difference in points, with the 95 % interval of this comparison alone: it may leave out 0 where the verdict, which counts all, is within noise.`,
  },
  {
    holds: (view, isShown) => isShown('settling') && some(view, row => row.verdict === 'within noise'),
    text: () => 'would settle it:  validation pictures in all with these seeds, or seeds of each of both rows on these pictures, that would show a true difference of that size in four cases of five.',
  },
  {
    holds: (view, isShown) => isShown('verdict') && some(view, row => row.other_inputs),
    text: () => '†: the network is shown other pixels (image_size, interpolation or preprocess) than that of the other row: the difference is of that too.',
  },
  {
    holds: (view, isShown) => isShown('verdict') && some(view, row => row.verdict === 'not comparable'),
    text: () => 'not comparable: the other row\'s result is on other training or validation pictures.',
  },
  {
    holds: (view, isShown) => isShown('verdict') && some(view, row => row.verdict === 'same runs'),
    text: () => 'same runs: the two rows have runs in common, since their configurations are the same.',
  },
  {
    holds: (view, isShown) => isShown('changes') && some(view, row => row.changed > 1),
    text: () => 'several things changed: such a row cannot tell which of them mattered. What belongs together, as an optimizer and its rate, is one.',
  },
  {
    holds: (view, isShown) => isShown('cross_fitted') && some(view, row => row.cross_fitted !== null),
    text: () => 'cross-fitted:  of the best epoch, chosen on one half of the pictures and scored on the other, both ways.',
  },
  {
    holds: (view, isShown) => isShown('best') && some(view, row => row.best !== null),
    text: () => 'best*: of all epochs, chosen on the pictures that it is scored on: optimistic.',
  },
  {
    holds: (view, isShown) => isShown('protocol') && some(view, row => row.protocol !== null),
    text: () => 'protocol:  what the study\'s scoring would have said of any run: best of all epochs, each on as many random batches of 32 as its history rests on; expectation (5 % to 95 %).',
  },
  {
    holds: (view, isShown) => isShown('reproduction') && some(view, row => row.reproduction === 'explained by its protocol'),
    text: () => 'explained by its protocol: what was published is not within the interval of last, but is what the study\'s way of scoring says of this row.',
  },
  {
    holds: (view, isShown) => isShown('features') && some(view, row => row.features !== null),
    text: () => 'features: how many augmented views of each training photo the frozen backbone was shown; exact: a new one in every epoch.',
  },
  {holds: view => some(view, row => row.stale), text: () => 'stale: the file or its photos changed since the result; run it again.'},
  {holds: view => some(view, row => row.file_changed), text: () => 'file changed: the row\'s file, or one that it extends, says something else by now, or has mistakes, which `ablate validate` tells; run it again.'},
  {holds: view => some(view, row => row.file_gone), text: () => 'file gone: the row\'s file is not there any more; its results are.'},
  {holds: view => some(view, row => row.data_changed), text: () => 'data changed: pictures were added, taken away or changed since the result; run it again.'},
  {holds: view => some(view, row => row.synthetic), text: () => 'drawn pictures: ablate drew them itself; a score on them says nothing about photos.'},
  {
    holds: view => some(view, row => row.status === 'published'),
    text: () => 'published histories: what others reported, epoch for epoch; how many pictures that rests on is told by the figures themselves.',
  },
  {
    holds: view => new Set(view.rows.flatMap(({split_id: split}) => split ?? [])).size > 1,
    text: () => 'Rows on different pictures are not comparable.',
  },
];

function bases({rows}: BoardView): string[] {
  const run = rows.filter(row => row.validation_pictures !== null && row.status !== 'published');
  return [...new Set(run.map(row => `${row.validation_pictures} of ${row.dataset}`))];
}

function comparisonsOf({rows, comparisons}: BoardView): string {
  const shown = rows.filter(row => row.p !== null).length;
  const all = comparisons === 1 ? 'the 1 comparison' : `the ${comparisons} comparisons`;
  return `${all} of this board${shown < comparisons ? `, of which ${shown} ${shown === 1 ? 'is' : 'are'} shown` : ''}`;
}
