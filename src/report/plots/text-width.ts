import {cellWidth} from '../cell-width.js';

// Helvetica's, to whose measure Arial, Liberation Sans and Arimo are made: thousandths of the size, from the blank to the tilde.
const widths = [
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556',
  '556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778',
  '667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556',
  '556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
].flatMap(line => line.split(' ').map(Number));

const blank = 32;
const otherWidth = 600;
// Of bold letters against plain ones, at most.
const boldness = 1.08;
// Of DejaVu Sans against Helvetica.
const broadness = 1.13;

export type TextStyle = {readonly size?: number; readonly isBold?: boolean};

/** Pixels that a text of a drawing takes; about, where letters are not ASCII's. */
export function textWidth(text: string, {size = 12, isBold = false}: TextStyle = {}): number {
  let sum = 0;
  for (const character of text) {
    sum += widths[character.codePointAt(0)! - blank] ?? (otherWidth * Math.max(1, cellWidth(character)));
  }

  return sum * size / 1000 * (isBold ? boldness : 1);
}

/** Of so many pixels those that a text may take by `textWidth`, so that it fits on a page too. */
export function screenRoom(pixels: number): number {
  return pixels / broadness;
}

/** Pixels that a text may take on a page, which is shown in the font of whoever looks at it. */
export function screenWidth(text: string, style?: TextStyle): number {
  return broadness * textWidth(text, style);
}
