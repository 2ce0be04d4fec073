import {createRequire} from 'node:module';
import type stringWidth from 'string-width';
import {isPlain} from './is-plain.js';

const require = createRequire(import.meta.url);

/** How many columns of a terminal a text takes. */
export function cellWidth(text: string): number {
  return isPlain(text) ? text.length : widthInClusters(text);
}

function widthInClusters(text: string): number {
  // Loaded only here: to begin, it takes longer than a table of plain texts in all.
  const library = require('string-width') as {readonly default: typeof stringWidth};
  return library.default(text);
}
