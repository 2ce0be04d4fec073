import {Buffer} from 'node:buffer';
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import type {PictureBytes} from './picture-bytes.js';

const pointsAPixel = 0.75;

/**
A drawing as a PDF of one page, as large as it is, whose text is text: in Helvetica, which every reader of PDFs has, and which knows Latin
letters alone.
*/
export async function toPdf(svg: string): Promise<PictureBytes> {
  const size: [number, number] = [pointsOf('width', svg), pointsOf('height', svg)];
  const title = /<title>([^<]*)<\/title>/v.exec(svg)?.[1] ?? '';
  // The same picture is the same file: it does not bear the hour.
  const document = new PDFDocument({size, margin: 0, info: {Title: title, Creator: 'ablate', CreationDate: new Date(0)}});
  const chunks: Buffer[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    }).on('end', resolve).on('error', reject);
  });
  svgToPdf(document, svg, 0, 0, {width: size[0], height: size[1], assumePt: false, fontCallback: fontOf});
  document.end();
  await whole;
  return {bytes: Buffer.concat(chunks), notes: foreignNotes(svg)};
}

function pointsOf(side: 'width' | 'height', svg: string): number {
  return pointsAPixel * Number(new RegExp(String.raw`^<svg[^>]* ${side}="([\d.]+)"`, 'v').exec(svg)![1]);
}

function fontOf(_: string, isBold: boolean, isItalic: boolean): string {
  return `Helvetica${isBold || isItalic ? '-' : ''}${isBold ? 'Bold' : ''}${isItalic ? 'Oblique' : ''}`;
}

function foreignNotes(svg: string): string[] {
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)/gv)].map(([, text]) => text!).join('');
  const foreign = [...new Set(texts.match(/[^\p{ASCII}\u00A0-\u00FF–—‘’“”•…]/gv))];
  return foreign.length === 0 ? [] : [`A PDF shows Latin letters alone, and ${foreign.slice(0, 10).join(' ')} will look wrong: take .svg or .png.`];
}
