import tf from '../../engine/tfjs.js';
import type {BackboneWeights} from '../weights/backbone-weights.js';
import type {AffineWork} from './fuse-graph.js';

/** What each channel is multiplied with, and what is added then, both `[channels]` or `[1]`. */
export type Affinity = {readonly factor: tf.Tensor; readonly constant: tf.Tensor};

// Keras' least divisor of its Normalization layer.
const leastDeviation = 1e-7;

/** One layer that scales and shifts each channel, as a factor and a constant; the tensors belong to the surrounding `tf.tidy`. */
export function affinityOf(node: AffineWork['nodes'][number], weights: BackboneWeights): Affinity {
  const weight = (name: string) => weights.get(`${node.name}/${name}`)!;
  switch (node.kind) {
    case 'rescaling': {
      return {factor: tf.tensor1d([...node.options.scale]), constant: tf.zeros([1])};
    }

    case 'normalization': {
      const factor = tf.div(1, tf.maximum(tf.sqrt(weight('variance')), leastDeviation));
      return {factor, constant: tf.neg(tf.mul(weight('mean'), factor))};
    }

    case 'batch_normalization': {
      const inverse = tf.rsqrt(tf.add(weight('moving_variance'), node.options.epsilon));
      const factor = node.options.scale ? tf.mul(inverse, weight('gamma')) : inverse;
      return {factor, constant: tf.sub(weight('beta'), tf.mul(weight('moving_mean'), factor))};
    }
  }
}

/** One after the other as one. */
export function joinAffinities(affinities: readonly Affinity[]): Affinity {
  return affinities.reduce((first, second) => ({
    factor: tf.mul(first.factor, second.factor),
    constant: tf.add(tf.mul(first.constant, second.factor), second.constant),
  }));
}
