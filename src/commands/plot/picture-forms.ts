import {Buffer} from 'node:buffer';
import sharp from 'sharp';
import type {PictureBytes} from './picture-bytes.js';

export type PictureForm = 'svg' | 'png' | 'pdf';

/** What a picture can be written as, by the ending of its file. */
export const pictureForms: Readonly<Record<PictureForm, (svg: string) => Promise<PictureBytes>>> = {
  svg: async svg => ({bytes: Buffer.from(svg), notes: []}),
  png: async svg => ({bytes: await toPng(svg), notes: []}),
  async pdf(svg) {
    const {toPdf} = await import('./to-pdf.js');
    return toPdf(svg);
  },
};

const dotsAnInch = 300;

async function toPng(svg: string): Promise<Buffer> {
  // librsvg's 72 dots an inch are one a pixel of the drawing, of which there are 96 an inch.
  return sharp(Buffer.from(svg), {density: 72 * dotsAnInch / 96}).withMetadata({density: dotsAnInch}).png().toBuffer();
}
