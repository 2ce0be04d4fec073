import type {TallyState} from './epoch-tally.js';

/** A place between two steps of a training: with weights, optimizer and schedule, all that the rest of it depends on. */
export type TrainingPoint = {
  /** The epoch in hand, which counts from 1; one more than there are behind the last. */
  readonly epoch: number;
  /** What its steps came to so far; `steps` says how many were taken. */
  readonly tally: TallyState;
  /** Of the last step. */
  readonly learningRate: number;
  /** Wall time that the epoch in hand has taken so far, in seconds. */
  readonly seconds: number;
  /** How many pictures there was memory for at a time, where that was less than a batch. */
  readonly microBatch?: number | undefined;
};

/** A place where a training can be left and gone on from. */
export type Rest = {
  /** Whether an epoch has just been told. */
  readonly isBetweenEpochs: boolean;
  /** Waits for the device. Throws loss-not-finite where the losses until here are such. */
  readonly point: () => TrainingPoint;
};
