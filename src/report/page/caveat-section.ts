import type {BoardRow} from '../../domain/board-row.js';
import {leftOutNotes} from '../board/left-out-notes.js';
import {markup, type Html} from './markup.js';
import {prose} from './prose.js';
import type {ReportData, ReportRow} from './report-data.js';

type Caveat = {readonly title: string; readonly holds: (row: BoardRow) => boolean};

const caveats: readonly Caveat[] = [
  {title: 'Stale: the row, or its photos, changed since its result', holds: row => row.stale},
  {title: 'The row\'s file, or one that it extends, says something else by now', holds: row => row.file_changed},
  {title: 'Photos of the data set changed since', holds: row => row.data_changed},
  {title: 'Not comparable with the row that it is compared with: other pictures', holds: row => row.verdict === 'not comparable'},
  {title: 'Compared with a row whose network is shown other pixels', holds: row => row.other_inputs},
  {title: 'Changes several things at once', holds: row => row.changed > 1 && row.status !== 'published'},
  {title: 'On pictures that ablate drew itself', holds: row => row.synthetic},
  {title: 'Not all seeds are done', holds: row => row.seeds > 0 && row.seeds < row.seeds_planned},
  {title: 'Not run', holds: row => row.status === 'not run'},
];

/** What is stale, not comparable or missing, and which runs failed. */
export function caveatSection({board, rows, leftOut}: ReportData): Html | undefined {
  const found = caveats
    .map(({title, holds}) => ({title, names: board.filter(row => holds(row)).map(({name}) => name)}))
    .filter(({names}) => names.length > 0);
  const mistakes = leftOutNotes(leftOut).map(note => markup`<p>${prose(note)}</p>`);
  const failed = rows.flatMap(row => failuresOf(row));
  return found.length + failed.length + mistakes.length === 0
    ? undefined
    : markup`<section id="caveats" aria-labelledby="caveats-title"><h2 id="caveats-title">To be wary of</h2>
${mistakes}
<dl class="facts">${found.map(({title, names}) => markup`<div><dt>${title}</dt><dd>${names.join(', ')}</dd></div>`)}</dl>
${failed.length === 0 ? undefined : markup`<h3>Runs that did not finish</h3><ul>${failed}</ul>`}</section>`;
}

function failuresOf({runs}: ReportRow): Html[] {
  return runs.flatMap(({runId, status, problem}) => {
    const line = problem === null ? undefined : markup`<li><code>${runId}</code> (${status}): ${prose(problem)}</li>`;
    return line ?? [];
  });
}
