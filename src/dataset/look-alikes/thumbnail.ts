import sharp from 'sharp';
import type {Raster} from '../raster.js';

/** Side of a thumbnail, in pixels. */
export const thumbnailSide = 64;

/** A picture as it is compared with others: `[64, 64]`, grey, 0 to 255, of whatever shape it was. */
export async function thumbnailOf({data, width, height}: Raster): Promise<Uint8Array> {
  return sharp(data, {raw: {width, height, channels: 3}, limitInputPixels: false})
    .greyscale()
    .resize(thumbnailSide, thumbnailSide, {fit: 'fill', kernel: 'cubic'})
    .raw()
    .toBuffer();
}
