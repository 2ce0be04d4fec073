import type {Task} from './task.js';

/** One thing that is measured of several sides, how, and what the first of them must reach. */
export type Measure = MeasureFacts & {
  /** Which of Keras' settings ablate is compared with: oneDNN matters only where TensorFlow computes. */
  readonly against: 'every setting' | 'as it comes';
  readonly plan: Plan;
};

/** What stands beside a measure's figures. */
export type MeasureFacts = {
  /** What `--only` calls it. */
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** Digits after the point. */
  readonly digits: number;
  readonly bars: readonly Bar[];
};

/** What the ratio of medians, the first side's to the other's, must be. */
export type Bar = {
  /** Name of the other side. */
  readonly against: string;
  readonly kind: 'at most' | 'below' | 'at least';
  readonly ratio: number;
};

/** How the figures come about. */
export type Plan
  /** Each side in a process of its own that waits between its turns. */
  = | {readonly kind: 'in turns'; readonly task: Task}
    /** The whole life of a process counts, so each figure is a new one's. Not more than `most` of them a side, since they take long. */
    | {readonly kind: 'in new processes'; readonly task: Task; readonly most: number}
    /** ablate alone, once, whose figures are of different moments: its sides. */
    | {readonly kind: 'once'; readonly task: Task; readonly sides: readonly [string, ...string[]]};

/** One figure, as it was measured. */
export type Sample = {
  readonly measure: string;
  readonly side: string;
  /** Counts from 1. */
  readonly repetition: number;
  readonly value: number;
};
