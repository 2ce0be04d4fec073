import type tf from '../../engine/tfjs.js';

/** A backbone's weights, float32, by Keras' names: `conv1_conv/kernel`, `conv1_bn/moving_mean`. Whoever holds it disposes of them. */
export type BackboneWeights = ReadonlyMap<string, tf.Tensor>;
