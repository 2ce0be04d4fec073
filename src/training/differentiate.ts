import tf from '../engine/tfjs.js';
import type {BatchPart} from '../domain/batch-part.js';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';
import {categoricalCrossentropy, type CrossentropyOptions} from './categorical-crossentropy.js';
import type {Logits} from './logits-of.js';
import type {Optimizer} from './optimizer.js';
import type {Batch} from './training-data.js';

export type StepOptions = {
  readonly logits: Logits;
  readonly optimizer: Optimizer;
  readonly loss: CrossentropyOptions;
};

/** What a batch, or a part of one, comes to. */
export type Differentiated = {
  /** Its share in the mean over the batch. */
  readonly loss: tf.Scalar;
  /** How many pictures were answered right. */
  readonly right: tf.Scalar;
  /** In the order of the optimizer's weights. */
  readonly gradients: Array<tf.Tensor | OuterProduct>;
};

/** Forward and backward; nothing of the network changes but the moving averages of batch normalisation. */
export function differentiate({logits, optimizer, loss}: StepOptions, {pictures, labels}: Batch, part?: BatchPart): Differentiated {
  const products = optimizer.takesProducts ? new Map<tf.Variable, OuterProduct>() : undefined;
  const kept: tf.Tensor[] = [];
  try {
    return tf.tidy(() => {
      const {value, grads} = tf.variableGrads(() => {
        const mode = {training: true, step: optimizer.steps, part, products};
        const outcome = categoricalCrossentropy(logits(pictures, mode), labels, {...loss, of: part?.of});
        kept.push(tf.keep(outcome.right));
        return outcome.loss;
      }, [...optimizer.weights]);
      const gradients = optimizer.weights.map(weight => copyOf(products?.get(weight)) ?? grads[weight.name]!);
      return {loss: value, right: tf.clone(kept[0]!) as tf.Scalar, gradients};
    });
  } finally {
    tf.dispose([...kept, ...[...products?.values() ?? []].flatMap(({x, dy}) => [x, dy])]);
  }
}

/** The same memory, for the surrounding `tf.tidy` to care for. */
function copyOf(product: OuterProduct | undefined): OuterProduct | undefined {
  return product && {x: tf.clone(product.x), dy: tf.clone(product.dy)};
}
