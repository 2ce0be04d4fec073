import {markup, raw, type Html} from './markup.js';

/** A drawing with what is to be known of it; on a telephone the narrow one in its place. */
export function figure(svg: string, caption: string, kind = '', narrow?: string): Html {
  const drawings = narrow === undefined
    ? markup`<div class="drawing">${raw(svg)}</div>`
    : markup`<div class="drawing wide">${raw(svg)}</div><div class="drawing narrow">${raw(narrow)}</div>`;
  return markup`<figure class="${kind}">${drawings}<figcaption>${caption}</figcaption></figure>`;
}
