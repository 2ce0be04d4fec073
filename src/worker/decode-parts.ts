import {decodePictures} from '../dataset/decode-pictures.js';
import type {DigestedPicture, Pixels} from '../domain/dataset.js';
import type {RunOrder} from '../protocol/messages.js';

/** Told how many of the split's pictures are decoded. */
export type DecodingProgress = (done: number, total: number) => void;

/** The pictures of a part of a split, with their classes. */
export type DecodedPart = {
  readonly pixels: Pixels;
  /** Class index of each picture. */
  readonly labels: readonly number[];
  readonly classCount: number;
};

/** Decodes both parts of a run's split. */
export async function decodeParts(order: RunOrder, onDecoded: DecodingProgress): Promise<Readonly<Record<'training' | 'validation', DecodedPart>>> {
  const {split} = order;
  const total = split.training.length + split.validation.length;
  const training = await decodePart(order, split.training, done => {
    onDecoded(done, total);
  });
  const validation = await decodePart(order, split.validation, done => {
    onDecoded(split.training.length + done, total);
  });
  return {training, validation};
}

async function decodePart({split, cache, experiment: {config}}: RunOrder, pictures: readonly DigestedPicture[], onProgress: (done: number) => void) {
  const pixels = await decodePictures({
    root: split.root,
    pictures,
    size: config.image_size,
    interpolation: config.interpolation,
    cache,
    onProgress,
  });
  return {pixels, labels: pictures.map(picture => picture.classIndex), classCount: split.classes.length};
}
