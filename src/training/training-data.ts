import type tf from '../engine/tfjs.js';

/**
Pictures as the network takes them, float32 `[batch, size, size, 3]`, or where it begins at features of theirs `[batch, features]`;
and their classes, one-hot float32 `[batch, classes]`.
*/
export type Batch = {
  readonly pictures: tf.Tensor4D | tf.Tensor2D;
  readonly labels: tf.Tensor2D;
};

/** What a run trains and validates on. Whoever takes a batch disposes of its tensors. */
export type TrainingData = {
  readonly training: {
    /** Number of pictures in an epoch. */
    readonly count: number;
    /** Number of batches in an epoch. */
    readonly steps: number;
    /**
    The batches of an epoch, which counts from 1: every picture once, in an order of that epoch's own. Without the first `skip`, of which
    none is made; those that follow are the same.
    */
    readonly batches: (epoch: number, skip?: number) => Iterable<Batch>;
  };
  readonly validation: ValidationData;
};

/** The pictures that validate, always in the same order. */
export type ValidationData = {
  readonly count: number;
  readonly steps: number;
  readonly batches: () => Iterable<Batch>;
};
