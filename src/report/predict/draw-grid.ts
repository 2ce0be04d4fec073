import {Buffer} from 'node:buffer';
import sharp from 'sharp';
import type {Predictions} from '../../domain/prediction.js';
import {printableLine} from '../../errors.js';
import {candidatesOf} from './candidates.js';
import {gridMark} from './grid-mark.js';

const perSide = 4;
const cell = {width: 240, photo: 220, title: 34, gap: 10} as const;

/**
The 4x4 picture, as PNG: 16 of the photos, those at equal distances where there are more, each with what it was taken for and, where it is known,
what it is; wrong ones in red.
*/
export async function drawGrid({photos, classes}: Pick<Predictions, 'photos' | 'classes'>): Promise<Buffer> {
  const count = Math.min(photos.length, perSide ** 2);
  const chosen = Array.from({length: count}, (_, index) => photos[Math.floor(index * photos.length / count)]!);
  const cells = await Promise.all(chosen.map(async photo => {
    const [said] = candidatesOf(photo, classes, 1);
    const truth = photo.truth && classes[photo.truth.classIndex]!.name;
    return {
      title: `pred:${said!.class.name}${truth === undefined ? ` ${said!.probability.toFixed(2)}` : ` / truth:${truth}`}`,
      isWrong: truth !== undefined && truth !== said!.class.name,
      picture: await shrink(photo.file),
    };
  }));
  const columns = Math.min(count, perSide);
  const height = cell.title + cell.photo + cell.gap;
  const size = {width: columns * cell.width, height: Math.ceil(count / perSide) * height};
  const places = cells.map((_, index) => ({left: (index % perSide) * cell.width, top: Math.floor(index / perSide) * height}));
  const fontSize = Math.min(15, ...cells.map(({title}) => Math.floor(cell.photo / (widthOf(title) * 0.6))));
  const titles = cells.map((each, index) => titleAt(places[index]!, each, fontSize)).join('');
  const text = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${titles}</svg>`);
  return sharp({create: {...size, channels: 3, background: 'white'}})
    .composite([
      ...cells.map(({picture}, index) => {
        const {left, top} = places[index]!;
        return {input: picture, left: left + ((cell.width - cell.photo) / 2), top: top + cell.title};
      }),
      {input: text, left: 0, top: 0},
    ])
    .withExif({IFD0: {Software: gridMark}})
    .png()
    .toBuffer();
}

/** Upright, whole, on white. */
async function shrink(file: string): Promise<Buffer> {
  return sharp(file, {failOn: 'none'})
    .autoOrient()
    .resize(cell.photo, cell.photo, {fit: 'contain', position: 'top', background: 'white'})
    .flatten({background: 'white'})
    .png()
    .toBuffer();
}

type Titled = {readonly title: string; readonly isWrong: boolean};

function titleAt({left, top}: {readonly left: number; readonly top: number}, {title, isWrong}: Titled, fontSize: number): string {
  const escaped = printableLine(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${left + (cell.width / 2)}" y="${top + cell.title - 10}" font-family="DejaVu Sans, Noto Sans CJK SC, sans-serif" font-size="${fontSize}" `
    + `text-anchor="middle" fill="${isWrong ? '#c00000' : '#000000'}">${escaped}</text>`;
}

// A letter of Chinese is as wide as two others.
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2E_7F ? 1.7 : 1), 0);
}
