import tf from '../../engine/tfjs.js';
import type {NoOptions} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' GlobalMaxPooling2D: each channel's maximum, `[batch, height, width, channels]` → `[batch, channels]`. */
export function globalMaxPooling2d(_options: NoOptions, {name}: LayerContext): tf.layers.Layer {
  return new GlobalMaxPooling2D({name});
}

/** With TensorFlow's gradient, which equal maxima share evenly; tfjs' own gives each of them the whole. */
class GlobalMaxPooling2D extends tf.layers.Layer {
  /** tfjs' own name: a saved model stays readable wherever tfjs is. */
  static get className() {
    return 'GlobalMaxPooling2D';
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return [inputShape[0]!, inputShape[3]!];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const pool = tf.customGrad((...args) => {
      const [x, save] = args as unknown as [tf.Tensor, tf.GradSaveFunc];
      const maxima = tf.max(x, [1, 2], true);
      save([x, maxima]);
      return {
        value: tf.squeeze(maxima, [1, 2]),
        gradFunc(dy: tf.Tensor, [input, largest]: tf.Tensor[]) {
          const isLargest = tf.cast(tf.equal(input!, largest!), 'float32');
          const shares = tf.div(tf.reshape(dy, largest!.shape), tf.sum(isLargest, [1, 2], true));
          return tf.mul(isLargest, shares);
        },
      };
    });
    return tf.tidy(() => pool(Array.isArray(inputs) ? inputs[0]! : inputs));
  }
}

tf.serialization.registerClass(GlobalMaxPooling2D);
