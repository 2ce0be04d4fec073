import {createRequire} from 'node:module';
import type cliTruncate from 'cli-truncate';
import {cellWidth} from './cell-width.js';
import {isPlain} from './is-plain.js';

const require = createRequire(import.meta.url);

/** A text in at most `width` columns of a terminal, from 1 on, with an ellipsis in place of what is cut from it. */
export function cutText(text: string, width: number, position: 'start' | 'middle' | 'end' = 'end'): string {
  if (cellWidth(text) <= width) {
    return text;
  }

  return position === 'end' && isPlain(text) ? `${text.slice(0, width - 1)}…` : cutClusters(text, width, position);
}

function cutClusters(text: string, width: number, position: 'start' | 'middle' | 'end'): string {
  // Loaded only here: to begin, it takes longer than a table of plain texts in all.
  const library = require('cli-truncate') as {readonly default: typeof cliTruncate};
  return library.default(text, width, {position});
}
