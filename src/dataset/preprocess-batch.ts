import tf from '../engine/tfjs.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';

type Preprocess = (batch: tf.Tensor4D) => tf.Tensor4D;

/** Constants and order of Keras' `imagenet_utils.preprocess_input`; `unit` is ImageDataGenerator's `rescale=1/255`. */
const preprocessors: Readonly<Record<ExperimentConfig['preprocess'], Preprocess>> = {
  none: batch => batch,
  unit: batch => tf.mul(batch, 1 / 255),
  tf: batch => tf.sub(tf.div(batch, 127.5), 1),
  torch: batch => tf.div(tf.sub(tf.div(batch, 255), [0.485, 0.456, 0.406]), [0.229, 0.224, 0.225]),
  caffe: batch => tf.sub(tf.reverse(batch, -1), [103.939, 116.779, 123.68]),
};

/** What a network expects of pixels: float32 `[n, height, width, 3]`, RGB, 0 to 255, → the same shape. `none` gives the batch itself. */
export function preprocessBatch(batch: tf.Tensor4D, mode: ExperimentConfig['preprocess']): tf.Tensor4D {
  const preprocess = preprocessors[mode];
  return tf.tidy(() => preprocess(batch));
}
