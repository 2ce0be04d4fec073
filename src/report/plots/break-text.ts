import {fitText} from './fit-text.js';
import {textWidth, type TextStyle} from './text-width.js';

/** A text in lines of at most so many pixels, broken between words; a longer word loses its middle. */
export function breakText(text: string, room: number, style?: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, style) <= room) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(fitText(word, room, style));
    }
  }

  return lines;
}
