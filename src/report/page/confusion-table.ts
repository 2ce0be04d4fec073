import {mostCounted, type Mistake} from '../frequent-mistakes.js';
import {deepFrom} from '../plots/plot-colours.js';
import type {ClassDetail} from '../show/detail.js';
import {markup, type Html} from './markup.js';
import type {ReportSubject} from './report-data.js';

type Confusion = Pick<ReportSubject, 'classes' | 'mistakes' | 'predicted'>;

/**
What each class's pictures were taken for, shaded by share, with recall: a table, so that it can be read aloud and copied. Of many classes their
recall, and the most frequent mistakes.
*/
export function confusionTable({classes, mistakes, predicted}: Confusion): Html | undefined {
  const seeds = predicted > 1 ? `, summed over ${predicted} seeds` : '';
  return classes === null ? undefined : (classes.length > mostCounted ? recallTable(classes, mistakes, seeds) : countTable(classes, seeds));
}

function recallTable(classes: readonly ClassDetail[], mistakes: readonly Mistake[], seeds: string): Html {
  return markup`<figure><details class="inner"><summary>Recall of ${classes.length} classes</summary><div class="scroll" tabindex="0" role="region" aria-label="Recall by class"><table><thead><tr><th scope="col">class</th><th scope="col" class="right">pictures</th><th scope="col" class="right">recall</th></tr></thead><tbody>${
    classes.map(({name, pictures, recall}) => markup`<tr><th scope="row">${name}</th><td class="right">${pictures}</td><td class="right">${recall?.toFixed(3) ?? '–'}</td></tr>`)
  }</tbody></table></div></details><figcaption>Most often${seeds}: ${mistakes.map(({is, said, count}) => `${count} ${is} taken for ${said}`).join(', ')}.</figcaption></figure>`;
}

function countTable(classes: readonly ClassDetail[], seeds: string): Html {
  return markup`<figure class="confusion"><div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix"><table><thead><tr><td></td>${
    classes.map(({name}) => markup`<th scope="col"><span>${name}</span></th>`)}<th scope="col" class="recall">recall</th></tr></thead><tbody>${
    classes.map((one, index) => lineOf(one, index))}</tbody></table></div><figcaption>Confusion matrix: a line is what is right, a column what was said${seeds}.</figcaption></figure>`;
}

function lineOf({name, recall, pictures, taken_for: counts}: ClassDetail, index: number): Html {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return markup`<tr><th scope="row">${name} <span class="small">${pictures}</span></th>${counts.map((count, said) => {
    const share = all === 0 ? 0 : count / all;
    const kinds = [...share > deepFrom ? ['deep'] : [], ...said === index ? ['right-answer'] : []].join(' ');
    return markup`<td${kinds === '' ? undefined : markup` class="${kinds}"`} style="--s:${share.toFixed(2)}">${count === 0 ? '·' : String(count)}</td>`;
  })}<td class="recall">${recall?.toFixed(3) ?? '–'}</td></tr>`;
}
