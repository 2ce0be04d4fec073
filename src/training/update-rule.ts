import type tf from '@tensorflow/tfjs';

/** How one weight follows its gradient: a pure function of tensors of the weight's shape. */
export type UpdateRule<Slot extends string = string> = {
  /** Names of what the rule remembers of each weight; all start at zero. */
  readonly slots: readonly Slot[];
  readonly update: (state: UpdateState<Slot>) => Updated<Slot>;
};

export type UpdateState<Slot extends string> = {
  readonly weight: tf.Tensor;
  readonly gradient: tf.Tensor;
  readonly slots: Readonly<Record<Slot, tf.Tensor>>;
  readonly learningRate: number;
  /** Counts from 1. */
  readonly step: number;
};

export type Updated<Slot extends string> = {
  readonly weight: tf.Tensor;
  readonly slots: Readonly<Record<Slot, tf.Tensor>>;
};
