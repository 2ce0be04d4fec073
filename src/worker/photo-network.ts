import tf from '../engine/tfjs.js';
import {pictureTensor} from '../dataset/batches.js';
import {preprocessBatch} from '../dataset/preprocess-batch.js';
import type {Pixels} from '../domain/dataset.js';
import {leadingPoolings} from '../model/backbones/leading-poolings.js';
import {loadModel} from '../model/load-model.js';
import type {PredictOrder} from '../protocol/predict-messages.js';
import {logitsOf, type Logits} from '../training/logits-of.js';
import {FeatureExtractor} from './feature-extractor.js';
import {poolingColumns} from './pooling-columns.js';

/** What a run's network says of at most `photosAtOnce` photos: the probability of each class, `[photos, classes]`. */
export type PhotoNetwork = (pixels: Pixels) => Promise<Float32Array>;

/** The whole way from pixels to probabilities, as the run's validation went it. */
export async function openPhotoNetwork(order: PredictOrder): Promise<PhotoNetwork> {
  const {experiment: {config}, model: {folder, sha256}} = order;
  const logits = logitsOf(await loadModel(folder, sha256));
  if (config.model.backbone?.trainable !== false) {
    return async pixels => answer(logits, () => preprocessBatch(allOf(pixels), config.preprocess));
  }

  const extractor = await FeatureExtractor.open(order);
  const poolings = leadingPoolings(config.model.layers);
  if (!poolings) {
    return async pixels => answer(logits, () => extractor.featureMaps(preprocessBatch(allOf(pixels), config.preprocess)));
  }

  return async pixels => {
    const indices = [...Array.from({length: pixels.count}).keys()];
    const pooled = await extractor.look({pixels, indices, digests: [], view: undefined});
    return answer(logits, () => {
      const rows = tf.tensor2d(pooled, [pixels.count, pooled.length / pixels.count], 'float32');
      const columns = poolingColumns(poolings, rows.shape[1]);
      return tf.concat2d(columns.map(([start, end]) => tf.slice2d(rows, [0, start], [-1, end - start])), 1);
    });
  };
}

function answer(logits: Logits, input: () => Parameters<Logits>[0]): Float32Array {
  return tf.tidy(() => tf.softmax(logits(input(), {training: false})).dataSync<'float32'>());
}

function allOf(pixels: Pixels): tf.Tensor4D {
  return pictureTensor(pixels, [...Array.from({length: pixels.count}).keys()]);
}
