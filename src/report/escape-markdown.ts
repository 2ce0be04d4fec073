import {printableLine} from '../errors.js';

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;'};

/** A text for a line or a cell of Markdown, as it stands. Underscores within words mean nothing there, and stay: most names have some. */
export function escapeMarkdown(text: string): string {
  return printableLine(text)
    .replaceAll(/[\\`*\[\]\|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[#>]|^[+\-](?=\s)/gv, character => `\\${character}`)
    .replaceAll(/[&<]/gv, character => entities[character]!);
}
