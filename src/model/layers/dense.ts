import tf from '@tensorflow/tfjs';
import type {Dense} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Dense: `[batch, inputs]` → `[batch, units]`. */
export function dense(options: Dense, {name, classes}: LayerContext): tf.layers.Layer {
  return tf.layers.dense({
    name,
    units: options.units === 'classes' ? classes : options.units,
    activation: options.activation,
    useBias: options.use_bias,
    // The kernel is drawn afterwards, by initialise-kernels.ts; tfjs would draw weight by weight in JavaScript.
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  });
}
