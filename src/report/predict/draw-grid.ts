import {Buffer} from 'node:buffer';
import sharp from 'sharp';
import type {Predictions} from '../../domain/prediction.js';
import {photoGrid, type PhotoTile} from '../plots/photo-grid.js';
import {standaloneSvg} from '../plots/standalone-svg.js';
import {candidatesOf} from './candidates.js';
import {gridMark} from './grid-mark.js';

const most = 16;
const dotsAPixel = 2;
const side = 256;

/** The 4x4 picture, as PNG: 16 of the photos, those at equal distances where there are more. */
export async function drawGrid({photos, classes}: Pick<Predictions, 'photos' | 'classes'>): Promise<Buffer> {
  const count = Math.min(photos.length, most);
  const chosen = Array.from({length: count}, (_, index) => photos[Math.floor(index * photos.length / count)]!);
  const tiles = await Promise.all(chosen.map(async (photo): Promise<PhotoTile> => {
    const [said] = candidatesOf(photo, classes, 1);
    const {class: {name}, probability} = said!;
    return {said: name, probability, truth: photo.truth && classes[photo.truth.classIndex]!.name, jpeg: await shrink(photo.file)};
  }));
  return sharp(Buffer.from(standaloneSvg(photoGrid(tiles, `${count} photos`))), {density: 72 * dotsAPixel})
    .withExif({IFD0: {Software: gridMark}})
    .png()
    .toBuffer();
}

/** Upright, whole, on white. */
async function shrink(file: string): Promise<string> {
  const small = await sharp(file, {failOn: 'none'})
    .autoOrient()
    .resize(side, side, {fit: 'contain', background: 'white'})
    .flatten({background: 'white'})
    .jpeg({quality: 90})
    .toBuffer();
  return small.toString('base64');
}
