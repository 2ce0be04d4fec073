import tf from '../../engine/tfjs.js';
import type {BatchNormalization as Options} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';
import {moveAverage} from '../move-average.js';
import {normaliseBatch} from '../normalise-batch.js';

/** Keras' BatchNormalization over the last axis; `[batch, …, channels]` keeps its shape. */
export function batchNormalization(options: Options, {name}: LayerContext): tf.layers.Layer {
  return new BatchNormalization({...options, name});
}

type BatchNormalizationConfig = Options & {readonly name: string};

/**
Batch normalisation as `normaliseBatch` does it, where tfjs' own differs from Keras'. A frozen layer normalises with its moving
averages in training too.
*/
export class BatchNormalization extends tf.layers.Layer {
  /** tfjs' own name: a saved model stays readable wherever tfjs is. */
  static get className() {
    return 'BatchNormalization';
  }

  readonly #momentum: number;
  readonly #epsilon: number;
  readonly #center: boolean;
  readonly #scale: boolean;
  #gamma: tf.LayerVariable | undefined;
  #beta: tf.LayerVariable | undefined;
  #movingMean!: tf.LayerVariable;
  #movingVariance!: tf.LayerVariable;

  constructor({name, trainable, momentum, epsilon, center, scale}: BatchNormalizationConfig) {
    super({name, trainable});
    this.#momentum = momentum;
    this.#epsilon = epsilon;
    this.#center = center;
    this.#scale = scale;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const channels = [inputShape.at(-1) as number];
    this.#gamma = this.#scale ? this.addWeight('gamma', channels, 'float32', tf.initializers.ones()) : undefined;
    this.#beta = this.#center ? this.addWeight('beta', channels, 'float32', tf.initializers.zeros()) : undefined;
    this.#movingMean = this.addWeight('moving_mean', channels, 'float32', tf.initializers.zeros(), undefined, false);
    this.#movingVariance = this.addWeight('moving_variance', channels, 'float32', tf.initializers.ones(), undefined, false);
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], {training = false}: {training?: boolean}): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.tidy(() => training && this.trainable ? this.#normaliseByBatch(input) : this.#normaliseByAverages(input));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {...super.getConfig(), axis: -1, momentum: this.#momentum, epsilon: this.#epsilon, center: this.#center, scale: this.#scale};
  }

  #normaliseByAverages(input: tf.Tensor): tf.Tensor {
    const [mean, variance] = [this.#movingMean, this.#movingVariance].map(weight => weight.read() as tf.Tensor1D);
    const {gamma, beta} = this.#affinity(input.shape.at(-1)!);
    return tf.batchNorm(input, mean!, variance!, beta, gamma, this.#epsilon);
  }

  #normaliseByBatch(input: tf.Tensor): tf.Tensor {
    const {gamma, beta} = this.#affinity(input.shape.at(-1)!);
    return normaliseBatch({
      input,
      gamma,
      beta,
      epsilon: this.#epsilon,
      onMoments: (mean, variance) => {
        moveAverage(this.#movingMean, mean, this.#momentum);
        moveAverage(this.#movingVariance, variance, this.#momentum);
      },
    });
  }

  /** Factor and constant of each channel; 1 and 0 where none is learned. */
  #affinity(channels: number): {gamma: tf.Tensor1D; beta: tf.Tensor1D} {
    const gamma = this.#gamma?.read() ?? tf.ones([channels]);
    const beta = this.#beta?.read() ?? tf.zeros([channels]);
    return {gamma: gamma as tf.Tensor1D, beta: beta as tf.Tensor1D};
  }
}

tf.serialization.registerClass(BatchNormalization);
