import {markup, type Html} from './markup.js';

/** A sentence of the catalogue, whose commands stand between backticks. */
export function prose(text: string): Html {
  return markup`${text.split('`').map((part, index) => index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`)}`;
}
