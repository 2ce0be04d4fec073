import tf from '../engine/tfjs.js';
import {changeBatch} from '../dataset/augment/change-batch.js';
import {drawChange} from '../dataset/augment/draw-change.js';
import {pictureTensor} from '../dataset/batches.js';
import {preprocessBatch} from '../dataset/preprocess-batch.js';
import type {Pixels} from '../domain/dataset.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {Random} from '../engine/random.js';
import type {View} from '../features/feature-source.js';
import {loadFrozenBackbone, type FrozenBackbone} from '../model/frozen-backbone.js';
import type {PredictOrder} from '../protocol/predict-messages.js';
import {poolMaps} from './pool-maps.js';

/** Photos whose features are kept go through the backbone so many at a time, always: how many go together may decide how sums are rounded. */
export const photosAtOnce = 16;

/** Photos by their places among the pixels, and what tells them apart: their digests. */
export type PhotosToLookAt = {
  readonly pixels: Pixels;
  readonly indices: readonly number[];
  readonly digests: readonly string[];
  readonly view: View | undefined;
};

/** A row's frozen backbone, with what is done to photos before it. */
export class FeatureExtractor {
  static async open({experiment: {config}, weights, seed}: Pick<PredictOrder, 'experiment' | 'weights' | 'seed'>): Promise<FeatureExtractor> {
    return new FeatureExtractor(await loadFrozenBackbone({name: config.model.backbone!.name, weights, seed}), config.preprocess);
  }

  readonly #backbone: FrozenBackbone;
  readonly #preprocess: ExperimentConfig['preprocess'];

  private constructor(backbone: FrozenBackbone, preprocess: ExperimentConfig['preprocess']) {
    this.#backbone = backbone;
    this.#preprocess = preprocess;
  }

  /** The feature maps of preprocessed pictures, float32 `[n, size, size, 3]` → `[n, height, width, channels]`. */
  featureMaps(pictures: tf.Tensor4D): tf.Tensor4D {
    return this.#backbone.features(pictures);
  }

  /** The pooled features of at most `photosAtOnce` photos, in their order: `[photos, 2 * channels]`, as poolMaps has them. */
  async look({pixels, indices, digests, view}: PhotosToLookAt): Promise<Float32Array> {
    // Filled up with the last one again.
    const places = Array.from({length: photosAtOnce}, (_, place) => Math.min(place, indices.length - 1));
    const pooled = tf.tidy(() => {
      const photos = pictureTensor(pixels, places.map(place => indices[place]!));
      const seen = view ? augmentView(photos, places.map(place => digests[place]!), view) : photos;
      return tf.slice(poolMaps(this.featureMaps(preprocessBatch(seen, this.#preprocess))), 0, indices.length);
    });
    try {
      return await pooled.data<'float32'>();
    } finally {
      pooled.dispose();
    }
  }

  dispose(): void {
    this.#backbone.dispose();
  }
}

function augmentView(photos: tf.Tensor4D, digests: readonly string[], {augment, number}: View): tf.Tensor4D {
  const [, height, width] = photos.shape;
  const random = Random.fromSeed(0).fork('view').fork(number);
  return changeBatch(photos, digests.map(digest => drawChange(augment, height, width, random.fork(digest))), augment);
}
