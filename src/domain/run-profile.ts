/** Milliseconds of wall time that an epoch spent on each part; together they are the whole epoch, saving its model included. */
export type EpochTimes = {
  /** Waiting for batches, of training and of validation: reading, augmentation, preprocessing. */
  readonly data: number;
  /** Forward, backward and update. */
  readonly training: number;
  /** The network's answers to the validation pictures. */
  readonly evaluation: number;
  /** All else: events, saved models, progress, messages. */
  readonly runner: number;
};

/** Where a run's time went. */
export type RunProfile = {
  readonly attempt: number;
  readonly device: 'cpu' | 'gpu';
  /** Before the first epoch: loading TensorFlow, decoding pictures, building the network. */
  readonly preparing: number;
  /** Every complete epoch, in order. */
  readonly epochs: readonly EpochTimes[];
};
