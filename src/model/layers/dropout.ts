import tf from '@tensorflow/tfjs';
import {drawMask} from '../draw-mask.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Dropout: in training, sets a share `rate` of the values to zero and divides the others by 1 - rate. */
export function dropout(rate: number, {name, seed}: LayerContext): tf.layers.Layer {
  return new Dropout({name, rate, seed});
}

type DropoutConfig = {readonly name: string; readonly rate: number; readonly seed: number};

/**
Dropout whose mask is a function of its seed and of how many batches it has seen in training, so that a run can be
repeated and resumed to the bit; tfjs' own gives the same mask to every batch once it is seeded.
*/
export class Dropout extends tf.layers.Layer {
  /** tfjs' own name: a saved model stays readable wherever tfjs is. */
  static get className() {
    return 'Dropout';
  }

  readonly #rate: number;
  readonly #seed: number;
  #position = 0;

  constructor({name, rate, seed}: DropoutConfig) {
    super({name});
    this.#rate = rate;
    this.#seed = seed;
  }

  /** How many batches were masked: what a checkpoint keeps of the layer. */
  get position(): number {
    return this.#position;
  }

  set position(position: number) {
    this.#position = position;
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], {training = false}: {training?: boolean}): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    return training && this.#rate > 0 ? tf.tidy(() => tf.mul(input, this.#nextMask(input.shape))) : input;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {...super.getConfig(), rate: this.#rate, seed: this.#seed};
  }

  #nextMask(shape: number[]): tf.Tensor {
    this.#position += 1;
    return drawMask(shape, this.#rate, [this.#seed, this.#position - 1]);
  }
}

tf.serialization.registerClass(Dropout);
