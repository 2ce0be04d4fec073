import tf from '../../engine/tfjs.js';
import type {Activation} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Activation: a function applied to each value (softmax: over the last axis); the shape stays. */
export function activation(options: Activation, {name}: LayerContext): tf.layers.Layer {
  return tf.layers.activation({name, activation: options});
}
