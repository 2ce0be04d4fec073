import {Buffer} from 'node:buffer';
import {createRequire} from 'node:module';
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import {drawnLetters} from './drawn-letters.js';
import type {PictureBytes} from './picture-bytes.js';

const pointsAPixel = 0.75;
const require = createRequire(import.meta.url);
// Arimo has the measures of Helvetica and Arial, which the other forms are shown with.
const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

/** A drawing as a PDF of one page, as large as it is: its text is text, and what it takes of the font is inside. */
export async function toPdf(drawing: string): Promise<PictureBytes> {
  // Signs of control characters, which a name may hold, are in hardly any font.
  const svg = drawing.replaceAll(/[\u{2400}-\u{2421}]/gv, '\u{FFFD}');
  const size: [number, number] = [pointsOf('width', svg), pointsOf('height', svg)];
  const title = /<title>([^<]*)<\/title>/v.exec(svg)?.[1] ?? '';
  // The same picture is the same file: it does not bear the hour.
  const document = new PDFDocument({size, margin: 0, info: {Title: title, Creator: 'ablate', CreationDate: new Date(0)}});
  for (const style of styles) {
    document.registerFont(style, require.resolve(`@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`));
  }

  const lacking = lettersLacking(svg, document);
  const chunks: Buffer[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    }).on('end', resolve).on('error', reject);
  });
  svgToPdf(document, svg, 0, 0, {width: size[0], height: size[1], assumePt: false, fontCallback: fontOf});
  document.end();
  await whole;
  return {bytes: Buffer.concat(chunks), notes: [], lacking};
}

function pointsOf(side: 'width' | 'height', svg: string): number {
  return pointsAPixel * Number(new RegExp(String.raw`^<svg[^>]* ${side}="([\d.]+)"`, 'v').exec(svg)![1]);
}

function fontOf(_: string, isBold: boolean, isItalic: boolean): string {
  return `${isBold ? '700Bold' : '400Regular'}${isItalic ? '_Italic' : ''}`;
}

/** What the font has no letter for, or what would be set in the wrong direction. */
function lettersLacking(svg: string, document: PDFKit.PDFDocument): string[] {
  // The font that pdfkit has read; it tells nobody else which letters that has.
  const {_font: {font}} = document.font('400Regular') as unknown as {readonly _font: {readonly font: {readonly hasGlyphForCodePoint: (code: number) => boolean}}};
  return drawnLetters(svg).filter(letter => /[\p{Script=Hebrew}\p{Script=Arabic}]/v.test(letter) || !font.hasGlyphForCodePoint(letter.codePointAt(0)!));
}
