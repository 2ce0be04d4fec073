import tf from '../engine/tfjs.js';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';
import {cutBatch} from './cut-batch.js';
import {differentiate, type Differentiated, type StepOptions} from './differentiate.js';
import {partsOf} from './parts-of.js';
import type {Batch} from './training-data.js';

const {concat} = tf;

/**
What `differentiate` gives of the whole batch, but for the rounding of sums, from at most `size` pictures at a time. Not for
networks in which pictures of a batch depend on each other.
*/
export function differentiateByParts(options: StepOptions, batch: Batch, size: number): Differentiated {
  const count = batch.labels.shape[0];
  if (size >= count) {
    return differentiate(options, batch);
  }

  return tf.tidy(() => {
    let sum: Differentiated | undefined;
    for (const {start, length} of partsOf(count, size)) {
      const before = sum;
      sum = tf.tidy(() => {
        const part = differentiate(options, cutBatch(batch, start, length), {start, of: count});
        return before ? add(before, part) : part;
      });
      disposeOf(before);
    }

    return sum!;
  });
}

function add(one: Differentiated, other: Differentiated): Differentiated {
  return {
    loss: tf.add(one.loss, other.loss),
    right: tf.add(one.right, other.right),
    gradients: one.gradients.map((gradient, index) => addGradients(gradient, other.gradients[index]!)),
  };
}

/** A product's factors have a row a picture: products of more pictures are of longer factors. */
function addGradients(one: tf.Tensor | OuterProduct, other: tf.Tensor | OuterProduct): tf.Tensor | OuterProduct {
  if (one instanceof tf.Tensor || other instanceof tf.Tensor) {
    return tf.add(one, other);
  }

  return {x: concat([one.x, other.x], 0), dy: concat([one.dy, other.dy], 0)};
}

function disposeOf(part: Differentiated | undefined): void {
  tf.dispose(part && [part.loss, part.right, ...part.gradients.flatMap(each => each instanceof tf.Tensor ? [each] : [each.x, each.dy])]);
}
