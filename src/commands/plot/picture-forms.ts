import {Buffer} from 'node:buffer';
import sharp from 'sharp';
import {errors} from '../../errors.js';
import {drawnLetters} from './drawn-letters.js';
import type {PictureBytes} from './picture-bytes.js';

export type PictureForm = 'svg' | 'png' | 'pdf';

/** What a picture can be written as, by the ending of its file. */
export const pictureForms: Readonly<Record<PictureForm, (svg: string) => Promise<PictureBytes>>> = {
  svg: async svg => ({bytes: Buffer.from(svg), notes: [], lacking: []}),
  png: async svg => ({bytes: await toPng(svg), notes: machineNotes(svg), lacking: []}),
  async pdf(svg) {
    const {toPdf} = await import('./to-pdf.js');
    return toPdf(svg);
  },
};

const dotsAnInch = 300;
const pixelsAnInch = 96;
// Of libvips, and of most that reads PNG.
const mostDots = 32_767;

async function toPng(svg: string): Promise<Buffer> {
  const inches = Math.max(...['width', 'height'].map(side => Number(new RegExp(String.raw`^<svg[^>]* ${side}="([\d.]+)"`, 'v').exec(svg)![1]))) / pixelsAnInch;
  if (inches * dotsAnInch > mostDots) {
    throw errors.pictureTooLarge(Math.ceil(25.4 * inches), Math.floor(25.4 * mostDots / dotsAnInch));
  }

  // librsvg's 72 dots an inch are one a pixel of the drawing, of which there are 96 an inch.
  return sharp(Buffer.from(svg), {density: 72 * dotsAnInch / pixelsAnInch}).withMetadata({density: dotsAnInch}).png().toBuffer();
}

// Who draws the letters does not tell that it found none, and draws boxes.
function machineNotes(svg: string): string[] {
  const foreign = drawnLetters(svg).filter(letter => !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/v.test(letter));
  return foreign.length === 0
    ? []
    : [`The picture has letters that it shows only if this machine has a font for them (${foreign.slice(0, 10).join(' ')}): look at it. An .svg is shown with the fonts of whoever looks at it.`];
}
