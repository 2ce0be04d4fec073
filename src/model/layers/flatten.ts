import tf from '../../engine/tfjs.js';
import type {NoOptions} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Flatten: `[batch, …]` → `[batch, product of the rest]`, the last axis fastest. */
export function flatten(_options: NoOptions, {name}: LayerContext): tf.layers.Layer {
  return new Flatten({name});
}

/** Unlike tfjs' own it takes what is flat already, as Keras' does: after global_average_pooling2d, for example. */
class Flatten extends tf.layers.Layer {
  /** tfjs' own name: a saved model stays readable wherever tfjs is. */
  static get className() {
    return 'Flatten';
  }

  override computeOutputShape([batch, ...rest]: number[]): tf.Shape {
    return [batch!, product(rest)];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.reshape(input, [-1, product(input.shape.slice(1))]);
  }
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total * length, 1);
}

tf.serialization.registerClass(Flatten);
