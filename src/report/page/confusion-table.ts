import type {ClassDetail} from '../show/detail.js';
import {markup, type Html} from './markup.js';

const darkFrom = 0.55;

/** What each class's pictures were taken for, shaded by share, with recall: a table, so that it can be read aloud and copied. */
export function confusionTable(classes: readonly ClassDetail[], scored: number): Html {
  const seeds = scored > 1 ? `, summed over ${scored} seeds` : '';
  return markup`<figure class="confusion"><div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix"><table><thead><tr><td></td>${
    classes.map(({name}) => markup`<th scope="col"><span>${name}</span></th>`)}<th scope="col" class="recall">recall</th></tr></thead><tbody>${
    classes.map((one, index) => lineOf(one, index))}</tbody></table></div><figcaption>Confusion matrix: a line is what is right, a column what was said${seeds}.</figcaption></figure>`;
}

function lineOf({name, recall, pictures, taken_for: counts}: ClassDetail, index: number): Html {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return markup`<tr><th scope="row">${name} <span class="small">${pictures}</span></th>${counts.map((count, said) => {
    const share = all === 0 ? 0 : count / all;
    const kinds = [...share > darkFrom ? ['deep'] : [], ...said === index ? ['right-answer'] : []].join(' ');
    return markup`<td${kinds === '' ? undefined : markup` class="${kinds}"`} style="--s:${share.toFixed(2)}">${count === 0 ? '·' : String(count)}</td>`;
  })}<td class="recall">${recall?.toFixed(3) ?? '–'}</td></tr>`;
}
