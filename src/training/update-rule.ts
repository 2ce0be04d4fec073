import type tf from '../engine/tfjs.js';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';
import type {ResourceVariable} from '../engine/resource-variable.js';

/** How weights follow their gradients. */
export type UpdateRule<Slot extends string = string, Gradient extends tf.Tensor | OuterProduct = tf.Tensor> = {
  /** Whether it takes the gradients of dense kernels as products, where there are ablate's own ops; else it is given tensors alone. */
  readonly takesProducts?: boolean;
  /** What the rule remembers of each weight, in a tensor of its shape, and the value that all of it begins with. */
  readonly slots: Readonly<Partial<Record<Slot, number>>>;
  /** What the rule remembers of all weights together, and the values that it begins with. */
  readonly scalars?: Readonly<Record<string, number>>;
  /** What a step does to each weight; called with the weights in their order, within one `tf.tidy`. */
  readonly beginStep: (start: StepStart) => (weight: WeightUpdate<Slot, Gradient>) => void;
};

/** A rule whatever its slots; one that takes no products is given none. */
export type AnyRule = UpdateRule<string, tf.Tensor | OuterProduct>;

export type StepStart = {
  readonly learningRate: number;
  /** Counts from 1. */
  readonly step: number;
  /** How many weights follow. */
  readonly count: number;
  /** The rule's scalars, to be changed. */
  readonly scalars: Record<string, number>;
};

/** A weight and its slots, to be changed. */
export type WeightUpdate<Slot extends string, Gradient> = {
  readonly weight: ResourceVariable;
  readonly gradient: Gradient;
  readonly slots: Readonly<Record<Slot, ResourceVariable>>;
  /** Counts from 0. */
  readonly index: number;
};
