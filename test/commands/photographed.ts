import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Split} from '../../src/domain/dataset.js';
import type {Inline} from '../run-inline.js';

/** A photo of one grey pixel. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

/** A split whose validation pictures are such photos. */
export function photographed(split: Split): Split {
  const digest = createHash('sha256').update(png).digest('hex');
  return {...split, validation: split.validation.map(picture => ({...picture, digest}))};
}

/** Puts the validation pictures of a split where its data set is looked for; gives a command line that looks there. */
export async function bringPhotos(inline: Inline, {validation}: Split): Promise<Inline> {
  const cache = path.join(inline.folder, 'cache');
  for (const {path: name} of validation) {
    const file = path.join(cache, 'datasets/drawn-litter', name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, png);
  }

  return inline.with({ABLATE_CACHE: cache});
}
