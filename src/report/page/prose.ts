import {markup, raw, type Html} from './markup.js';

/** Sentences of the catalogue, whose commands stand between backticks; lines stay lines. */
export function prose(text: string): Html {
  return markup`${text.split('`').map((part, index) => index % 2 === 0 ? linesOf(part) : markup`<code>${linesOf(part)}</code>`)}`;
}

function linesOf(text: string): Html {
  return raw(text.split(/\r?\n/v).map(line => markup`${line}`.text).join('<br>\n'));
}
