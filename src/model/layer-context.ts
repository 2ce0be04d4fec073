import type tf from '../engine/tfjs.js';
import type {Layer} from '../domain/generated/experiment-config.js';

/** What a layer's builder knows besides its own options. */
export type LayerContext = {
  /** Keras' name for it: `conv2d`, `conv2d_1`, … */
  readonly name: string;
  /** Number of classes of the data set: what `units: classes` stands for. */
  readonly classes: number;
  /** Seed of whatever the layer draws in training, 0 to 2^31 - 1; another one for each layer. */
  readonly seed: number;
  /** Builds one of several layers that this one consists of, with a name and a seed of its own. */
  readonly buildBranch: (layer: Layer, index: number) => tf.layers.Layer;
};
