import tf from '@tensorflow/tfjs';
import type {BatchNormalization as Options} from '../../domain/generated/experiment-config.js';
import {attr, runOpOutputs} from '../../engine/run-op.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' BatchNormalization over the last axis; `[batch, …, channels]` keeps its shape. */
export function batchNormalization(options: Options, {name}: LayerContext): tf.layers.Layer {
  return new BatchNormalization({...options, name});
}

type BatchNormalizationConfig = Options & {readonly name: string};
type Normalised = {readonly output: tf.Tensor4D; readonly mean: tf.Tensor1D; readonly variance: tf.Tensor1D; readonly reserve: tf.Tensor[]};

/**
Batch normalisation (Ioffe and Szegedy, 2015) by TensorFlow's fused operation and its gradient, as in Keras; tfjs' own
is built of seven operations and leaves the sample correction n / (n - 1) of pictures' moving variance out. A frozen layer
normalises with its moving averages in training too.
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
    const channels = input.shape.at(-1)!;
    // `[batch, channels]` is normalised as pictures of one pixel.
    const pictures = input.rank === 4 ? input : tf.reshape(input, [-1, 1, 1, channels]);
    const normalise = tf.customGrad((x, gamma, beta, save) => {
      const {output, mean, variance, reserve} = normaliseFused([x, gamma, beta] as tf.Tensor[], this.#epsilon);
      const count = (x as tf.Tensor).size / channels;
      // Keras corrects the moving variance for the sample where it uses the fused operation, which is for pictures alone.
      this.#follow(mean, input.rank === 4 ? variance : tf.mul(variance, Math.max(count - 1, 1) / count));
      (save as tf.GradSaveFunc)([x, gamma, ...reserve] as tf.Tensor[]);
      return {value: output, gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => differentiateFused(dy, saved, this.#epsilon)};
    });
    const {gamma, beta} = this.#affinity(channels);
    return tf.reshape(normalise(pictures, gamma, beta), input.shape);
  }

  /** Factor and constant of each channel; 1 and 0 where none is learned. */
  #affinity(channels: number): {gamma: tf.Tensor1D; beta: tf.Tensor1D} {
    const gamma = this.#gamma?.read() ?? tf.ones([channels]);
    const beta = this.#beta?.read() ?? tf.zeros([channels]);
    return {gamma: gamma as tf.Tensor1D, beta: beta as tf.Tensor1D};
  }

  /** Moves the moving averages by a share 1 - momentum of their distance to the batch's. */
  #follow(mean: tf.Tensor1D, variance: tf.Tensor): void {
    for (const [average, value] of [[this.#movingMean, mean], [this.#movingVariance, variance]] as const) {
      average.write(tf.sub(average.read(), tf.mul(tf.sub(average.read(), value), 1 - this.#momentum)));
    }
  }
}

function normaliseFused([x, gamma, beta]: tf.Tensor[], epsilon: number): Normalised {
  const empty = tf.tensor1d([], 'float32');
  const [output, mean, variance, ...reserve] = runOpOutputs('FusedBatchNormV3', fusedAttrs(epsilon), [x!, gamma!, beta!, empty, empty], 6);
  return {output: output as tf.Tensor4D, mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D, reserve};
}

/** The gradients of x, gamma and beta. `saved` is x, gamma and the three reserve spaces. */
function differentiateFused(dy: tf.Tensor, saved: tf.Tensor[], epsilon: number): tf.Tensor[] {
  return runOpOutputs('FusedBatchNormGradV3', fusedAttrs(epsilon), [dy, ...saved], 5).slice(0, 3);
}

function fusedAttrs(epsilon: number) {
  return [
    attr.type('T', 'float32'),
    attr.type('U', 'float32'),
    attr.float('epsilon', epsilon),
    attr.string('data_format', 'NHWC'),
    attr.bool('is_training', true),
  ];
}

tf.serialization.registerClass(BatchNormalization);
