import {markup, raw, type Html} from './markup.js';

/** A drawing with what is to be known of it. */
export function figure(svg: string, caption: string, kind = ''): Html {
  return markup`<figure class="${kind}"><div class="drawing">${raw(svg)}</div><figcaption>${caption}</figcaption></figure>`;
}
