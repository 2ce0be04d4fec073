import type {Pixels} from '../domain/dataset.js';
import type {PhotoAnswer} from '../domain/photo-answer.js';
import {loadEngine} from '../engine/load-engine.js';
import type {PredictOrder} from '../protocol/predict-messages.js';
import {photosAtOnce} from './feature-extractor.js';
import {openPhotoNetwork, type PhotoNetwork} from './photo-network.js';
import {decodePhotos, type ReadPhoto} from './decode-photos.js';

/** Answers photos in their order, some at a time. The next ones are read while the network computes, and the first while it is loaded. */
export async function * answerPhotos(order: PredictOrder): AsyncGenerator<PhotoAnswer[], void> {
  const {photos, experiment: {config}} = order;
  const read = async (from: number) => decodePhotos(photos.slice(from, from + photosAtOnce), config.image_size, config.interpolation);
  let next = read(0);
  await loadEngine(order.engine);
  const network = await openPhotoNetwork(order);
  for (let from = 0; from < photos.length; from += photosAtOnce) {
    const batch = await next;
    next = read(from + photosAtOnce);
    yield await answerBatch(batch, config.image_size, network);
  }
}

async function answerBatch(batch: readonly ReadPhoto[], size: number, network: PhotoNetwork): Promise<PhotoAnswer[]> {
  const pictures = batch.filter(photo => 'pixels' in photo);
  if (pictures.length === 0) {
    return batch.filter(photo => 'reason' in photo);
  }

  const probabilities = await network(pixelsOf(pictures.map(({pixels}) => pixels), size));
  const classes = probabilities.length / pictures.length;
  let place = 0;
  return batch.map(photo => {
    if ('reason' in photo) {
      return photo;
    }

    place += 1;
    return {digest: photo.digest, probabilities: probabilities.slice((place - 1) * classes, place * classes)};
  });
}

function pixelsOf(pictures: readonly Uint8Array[], size: number): Pixels {
  const data = new Uint8Array(pictures.length * size * size * 3);
  for (const [index, picture] of pictures.entries()) {
    data.set(picture, index * size * size * 3);
  }

  return {count: pictures.length, size, data};
}
