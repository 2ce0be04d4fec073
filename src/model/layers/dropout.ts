import tf from '../../engine/tfjs.js';
import {drawMask} from '../draw-mask.js';
import type {LayerCall} from '../layer-call.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Dropout: in training, sets a share `rate` of the values to zero and divides the others by 1 - rate. */
export function dropout(rate: number, {name, seed}: LayerContext): tf.layers.Layer {
  return new Dropout({name, rate, seed});
}

type DropoutConfig = {readonly name: string; readonly rate: number; readonly seed: number};

/**
Dropout whose mask is a function of its seed and of the step, so that a run can be repeated and resumed to the bit; tfjs' own
gives the same mask to every batch once it is seeded.
*/
export class Dropout extends tf.layers.Layer {
  /** tfjs' own name: a saved model stays readable wherever tfjs is. */
  static get className() {
    return 'Dropout';
  }

  readonly #rate: number;
  readonly #seed: number;

  constructor({name, rate, seed}: DropoutConfig) {
    super({name});
    this.#rate = rate;
    this.#seed = seed;
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], {training = false, step = 0, part}: LayerCall): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0]! : inputs;
    const draw = () => drawMask({shape: input.shape, rate: this.#rate, key: [this.#seed, step], part});
    return training && this.#rate > 0 ? tf.tidy(() => tf.mul(input, draw())) : input;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {...super.getConfig(), rate: this.#rate, seed: this.#seed};
  }
}

tf.serialization.registerClass(Dropout);
