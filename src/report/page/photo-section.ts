import {markup, type Html} from './markup.js';
import type {GridAnswer, HardPhoto, ReportData, ReportSplit, ShownPhoto} from './report-data.js';

type Photos = ReportData['photos'];

/** Every photo once: the page's places refer to them. */
export function photoPool({photos}: ReportData): Html {
  return markup`<svg id="pool" class="pool" width="0" height="0" aria-hidden="true">${[...photos].map(([digest, {jpeg}]) =>
    markup`<image id="${photoId(digest)}" width="128" height="128" href="data:image/jpeg;base64,${jpeg}"/>`)}</svg>`;
}

/** The photos that are most often wrong over all rows. */
export function photoSection({splits, photos}: ReportData): Html | undefined {
  return splits.length === 0
    ? undefined
    : markup`<section id="photos" aria-labelledby="photos-title"><h2 id="photos-title">Hardest photos</h2>
${splits.map(split => markup`<p>Most often wrong over the ${split.runs} finished ${split.runs === 1 ? 'run' : 'runs'} on ${split.validation} validation pictures of ${split.dataset}.${split.missing === null ? '' : ` ${split.missing}`}</p>
<ul class="tiles">${split.hardest.map(photo => hardTile(photo, split, photos))}</ul>`)}</section>`;
}

/** The split's photos with what a row says of them; wrong ones are marked. */
export function gridTiles(answers: readonly GridAnswer[], {grid}: ReportSplit, photos: Photos): Html {
  return markup`<ul class="tiles grid">${grid.map((photo, index) => {
    const {said, probability} = answers[index]!;
    const isWrong = said !== photo.class;
    return markup`<li${isWrong ? markup` class="wrong"` : undefined}><span class="said">${isWrong ? '✗ ' : ''}pred:${said} / truth:${photo.class}</span>${pictureOf(photo, photos)}<span class="small">${probability.toFixed(2)}</span></li>`;
  })}</ul>`;
}

function hardTile(photo: HardPhoto, {runs}: ReportSplit, photos: Photos): Html {
  return markup`<li>${pictureOf(photo, photos)}<span>${photo.class}${photo.said === null ? '' : `, said ${photo.said}`}</span><span class="small">wrong in ${photo.wrong} of ${runs}</span><span class="small path">${photo.path}</span></li>`;
}

function pictureOf({digest, path, class: name}: ShownPhoto, photos: Photos): Html {
  return photos.has(digest)
    ? markup`<svg viewBox="0 0 128 128" role="img" aria-label="${`${name}: ${path}`}"><use href="#${photoId(digest)}"/></svg>`
    : markup`<span class="lost">${path}</span>`;
}

function photoId(digest: string): string {
  return `p${digest.slice(0, 16)}`;
}
