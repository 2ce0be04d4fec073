import type {Fault} from './fault.js';

/** A photo that a network answered. */
export type Prediction = {
  /** As it is shown. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** Of each class, in the network's order. */
  readonly probabilities: Float32Array;
  /** The photo's own class, as an index, where the run knew it, and what the photo was for: `training` photos are answered better than others. */
  readonly truth: {readonly classIndex: number; readonly part: 'training' | 'validation'} | undefined;
};

/** All that came of a call of `ablate predict`. */
export type Predictions = {
  readonly runId: string;
  readonly row: string;
  readonly epoch: 'last' | 'best';
  readonly dataset: string;
  readonly classes: readonly KnownClass[];
  /** What the rules are called, and the language that is shown; undefined without rules. */
  readonly rules: {readonly label: string; readonly language: string} | undefined;
  readonly photos: readonly Prediction[];
  readonly faults: readonly Fault[];
};

/** A class and what the rules say of it. */
export type KnownClass = {
  readonly name: string;
  /** What people call it, in the language that is shown. */
  readonly shown: string | undefined;
  readonly bin: {readonly key: string; readonly name: string} | undefined;
  readonly hint: string | undefined;
};
