import process from 'node:process';
import {decoderVersion} from '../dataset/decoder-version.js';
import type {Device, Engine} from '../domain/device.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {WeightsFile} from '../domain/weights.js';
import type {FeatureSource, View} from './feature-source.js';

/** What features are computed with, beside the row. */
export type Means = {
  /** Left away where the row's seed draws them. */
  readonly weights?: WeightsFile | undefined;
  readonly seed: number;
  readonly engine: Pick<Engine, 'version'>;
  readonly device: Pick<Device, 'name'>;
};

/** What the features of a row with a backbone come from, of one view of its photos. */
export function sourceOf({model, image_size, interpolation, preprocess}: ExperimentConfig, means: Means, view?: View): FeatureSource {
  return {
    backbone: model.backbone!.name,
    weights: means.weights?.sha256 ?? `seed ${means.seed}`,
    image_size,
    interpolation,
    decoder: decoderVersion,
    preprocess,
    ...view && {view},
    engine: describe(means),
  };
}

function describe({engine, device}: Means): string {
  // A user's own choice; oneDNN computes convolutions in another order.
  const plain = process.env.TF_ENABLE_ONEDNN_OPTS === '0' ? ', without oneDNN' : '';
  return `tensorflow ${engine.version}, ${process.platform}-${process.arch}, ${device.name}${plain}`;
}
