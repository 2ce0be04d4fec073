import {lineStyle} from '../plots/line-style.js';
import type {ReportPieces} from './draw-pieces.js';
import {figure} from './figure.js';
import {markup, type Html} from './markup.js';
import type {ReportData} from './report-data.js';

const shownAtFirst = 8;

/** Rows over each other, and which of them are shown: the best ones at first. */
export function overlaySection({rows}: ReportData, {overlay, narrow}: ReportPieces): Html | undefined {
  if (overlay === undefined) {
    return undefined;
  }

  const drawn = rows.filter(({curves}) => curves.some(({epochs}) => epochs.length > 1)).map(({row}) => row.name);
  return markup`<section id="curves" aria-labelledby="curves-title"><h2 id="curves-title">Curves</h2>
${figure(overlay, 'Validation accuracy by epoch, means over the seeds; of long trainings each point is the mean of some epochs. Hover for values.', 'overlay', narrow.overlay)}
<fieldset class="legend"><legend>Rows shown</legend>${drawn.map((name, index) => {
  const {colour, style} = lineStyle(index);
  return markup`<label data-key="${name}"><input type="checkbox" data-series="${name}"${index < shownAtFirst ? markup` checked` : undefined}><span class="line ${style}" style="border-color:${colour}"></span> ${name}</label>`;
})}</fieldset>
</section>`;
}
