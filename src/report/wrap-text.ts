import {cellWidth} from './cell-width.js';

/**
A text in lines of at most `width` characters, broken between words; the first begins with `indent`, the others with `hanging`. A longer word
stays whole.
*/
export function wrapText(text: string, width: number, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(' ')) {
    const size = cellWidth(word);
    const fits = taken + 1 + size <= width;
    if (line !== '' && fits) {
      line += ` ${word}`;
      taken += 1 + size;
    } else {
      const start = line === '' ? indent : hanging;
      lines.push(...line === '' ? [] : [line]);
      line = start + word;
      taken = cellWidth(start) + size;
    }
  }

  return [...lines, line];
}
