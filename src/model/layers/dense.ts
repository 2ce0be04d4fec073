import tf from '../../engine/tfjs.js';
import type {Dense} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Dense: `[batch, inputs]` → `[batch, units]`. */
export function dense(options: Dense, {name, classes}: LayerContext): tf.layers.Layer {
  return tf.layers.dense({
    name,
    units: options.units === 'classes' ? classes : options.units,
    activation: options.activation,
    useBias: options.use_bias,
    trainable: options.trainable,
    // Weights are drawn afterwards, by initialise-weights.ts; tfjs would draw one by one in JavaScript.
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  });
}
