import {formatBytes} from '../format-bytes.js';
import {formatChanges} from '../format-changes.js';
import {formatDuration} from '../format-duration.js';
import {noteText} from '../board/note-text.js';
import {mostPoints, seedEnds} from '../plots/curve-series.js';
import {confusionTable} from './confusion-table.js';
import type {RowPieces} from './draw-pieces.js';
import {figure} from './figure.js';
import {markup, type Html} from './markup.js';
import {gridTiles} from './photo-section.js';
import type {ReportData, ReportRow, ReportRun} from './report-data.js';
import {rowId} from './row-id.js';

type RowView = {readonly pieces: RowPieces; readonly isOpen: boolean};

/** All of one row. */
export function rowSection(row: ReportRow, {splits, photos}: ReportData, {pieces, isOpen}: RowView): Html {
  const {row: {name}, runs, curves, split, grid, predicted} = row;
  const own = splits.find(({splitId}) => splitId === split.split_id);
  const longest = Math.max(0, ...curves.map(({epochs}) => epochs.length));
  const thinned = longest > mostPoints ? ` Each point is the mean of ${Math.ceil(longest / mostPoints)} epochs.` : '';
  return markup`<details class="row" id="${rowId(name)}"${isOpen ? markup` open` : undefined}>
<summary><h3>${name}</h3> <span>${headline(row)}</span></summary>
${factList(row)}
<div class="figures">
${pieces.accuracy === undefined ? undefined : figure(pieces.accuracy, `Accuracy. Rings: the best epoch of each run, chosen on what it is scored on.${seedsText(row)}${thinned}`)}
${pieces.loss === undefined ? undefined : figure(pieces.loss, `Loss, cut off above where it runs away.${thinned}`)}
${confusionTable(row)}
${pieces.reliability === undefined ? undefined : figure(pieces.reliability, 'Reliability: on the diagonal a row is right as often as it says. Dots are as large as their share of the answers.')}
${grid.length > 0 && own ? markup`<figure class="photos">${gridTiles(grid, own, photos)}<figcaption>The same sixteen validation photos for every row${predicted > 1 ? '; answers by the mean of the seeds' : ''}. Wrong ones are red and bear a ✗.</figcaption></figure>` : undefined}
${pieces.network === undefined ? undefined : figure(pieces.network, 'The network from the photo down. Dashed: frozen. Bars: parameters, by their magnitude.', 'network')}
</div>
${wrongList(row)}
${runTable(runs)}
</details>`;
}

function seedsText({runs, curves, scored}: ReportRow): string {
  if (scored === 0) {
    return runs.length > 1 ? ' Of the run that came furthest: none is done.' : '';
  }

  const ends = seedEnds(curves);
  return [
    curves.length > 1 ? ' The line is the mean of the seeds that are done, the band from the least to the greatest.' : '',
    ends.length === 0 ? '' : ` Seeds end after epochs ${ends.join(' and ')}: behind that it is the mean of the others.`,
  ].join('');
}

function headline({row}: ReportRow): string {
  const parts = [
    row.last === null ? row.status : `${(100 * row.last).toFixed(1)} %${row.last_low === null ? '' : ` (${(100 * row.last_low).toFixed(1)} to ${(100 * row.last_high!).toFixed(1)})`}`,
    row.verdict === null ? '' : `${row.verdict}${row.verdict === 'better' || row.verdict === 'worse' ? ' than' : ' against'} ${row.against ?? ''}`,
    row.last === null ? '' : noteText(row),
  ];
  return parts.filter(part => part !== '').join(' · ');
}

function factList({row, facts, network, split}: ReportRow): Html {
  const all: Array<readonly [title: string, text: string | undefined]> = [
    ['About', facts.description?.replaceAll(/\s+/gv, ' ').trim()],
    ['Changed', facts.parent === null ? undefined : `against ${facts.parent}: ${formatChanges(facts.changes) || 'nothing'}`],
    ['Published', row.published === null ? undefined : `${row.published}${row.reproduction === null ? '' : `: ${row.reproduction}`}`],
    ['Pictures', `${split.training} to train on, ${split.validation} to validate, ${row.image_size}×${row.image_size}, preprocess ${row.preprocess}`],
    ['Network', `${network.parameters.toLocaleString('en')} parameters, ${network.trainable.toLocaleString('en')} trained (${formatBytes(4 * network.parameters)})`],
    ['File', row.file],
  ];
  return markup`<dl class="facts">${all.flatMap(([title, text]) => text === undefined || text === '' ? [] : [markup`<div><dt>${title}</dt><dd>${text}</dd></div>`])}</dl>`;
}

function wrongList({wrong, predicted}: ReportRow): Html | undefined {
  return wrong.length === 0
    ? undefined
    : markup`<details class="inner"><summary>Most surely wrong</summary><div class="scroll" tabindex="0" role="region" aria-label="Most surely wrong"><table><thead><tr><th scope="col">picture</th><th scope="col">is</th><th scope="col">said</th><th scope="col" class="right">probability</th>${
      predicted > 1 ? markup`<th scope="col" class="right">wrong in</th>` : undefined}</tr></thead><tbody>${wrong.map(each => markup`<tr><th scope="row">${each.path}</th><td>${each.class}</td><td>${each.said}</td><td class="right">${each.probability.toFixed(3)}</td>${
      predicted > 1 ? markup`<td class="right">${each.wrong} of ${predicted}</td>` : undefined}</tr>`)}</tbody></table></div></details>`;
}

function runTable(runs: readonly ReportRun[]): Html {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Runs"><table><thead><tr><th scope="col">run</th><th scope="col">status</th><th scope="col" class="right">epochs</th><th scope="col" class="right">last</th><th scope="col" class="right">best*</th><th scope="col" class="right">in epoch</th><th scope="col" class="right">time</th></tr></thead><tbody>${
    runs.map(({runId, status, epochs, scores, seconds}) => markup`<tr><th scope="row"><code>${runId}</code></th><td>${status}</td><td class="right">${epochs.length}</td><td class="right">${share(scores?.last)}</td><td class="right">${share(scores?.best)}</td><td class="right">${scores ? String(scores.best_epoch) : ''}</td><td class="right">${seconds === null ? '' : formatDuration(seconds)}</td></tr>`)
  }</tbody></table></div>`;
}

function share(value: number | undefined): string {
  return value?.toFixed(3) ?? '–';
}
