import {textWidth, type TextStyle} from './text-width.js';

/** A text in so many pixels, with an ellipsis in place of its middle where it is longer: rows often differ at their ends. */
export function fitText(text: string, room: number, style?: TextStyle): string {
  if (textWidth(text, style) <= room) {
    return text;
  }

  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept--) {
    const cut = `${characters.slice(0, Math.ceil(kept / 2)).join('')}…${characters.slice(-Math.floor(kept / 2)).join('')}`;
    if (textWidth(cut, style) <= room) {
      return cut;
    }
  }

  return '…';
}
