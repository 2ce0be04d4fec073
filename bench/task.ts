import type {BackboneName} from '../src/domain/backbone.js';
import type {ExperimentConfig} from '../src/domain/generated/experiment-config.js';
import type {RunOrder} from '../src/protocol/messages.js';

/**
What a side is to do, the same for ablate and Keras; both get it as JSON. Each has its function in ablate/entry.ts and in
keras/entry.py.
*/
export type Task = TrainingStep | Evaluation | Features | Head | Pipeline | PeakMemory | Growth | Runner | Sweep | Readers;

type Network = {
  /** Network, optimizer and batch size. */
  readonly config: ExperimentConfig;
  readonly classes: number;
};

/** Seconds a training step, over `steps` of them, each on a batch from the host's memory. */
export type TrainingStep = Network & {
  readonly task: 'training step';
  readonly photos: PhotosInMemory;
  readonly steps: number;
};

/** Seconds a batch that a model takes to answer all photos, with their loss and accuracy. */
export type Evaluation = Network & {
  readonly task: 'evaluation';
  readonly photos: PhotosInMemory;
};

/** Seconds a photo that a frozen backbone with drawn weights takes to make pooled features of all photos. */
export type Features = {
  readonly task: 'features';
  readonly backbone: BackboneName;
  readonly photos: PhotosInMemory;
  readonly classes: number;
  readonly batchSize: number;
};

/** Steps a second of a small network over `epochs` epochs of feature vectors. */
export type Head = Network & {
  readonly task: 'head';
  /** Float32 `[count, width]`. */
  readonly file: string;
  readonly count: number;
  readonly width: number;
  readonly epochs: number;
};

/** Pictures a second of batches that are made from photos on disk, over an epoch. */
export type Pipeline = {
  readonly task: 'pipeline';
  readonly order: RunOrder;
  /** Whether what was decoded before may be used; Keras keeps nothing. */
  readonly isCold: boolean;
};

/** The most memory in bytes that the first `steps` steps of a run and the evaluation of a batch take. */
export type PeakMemory = {
  readonly task: 'peak memory';
  readonly order: RunOrder;
  readonly steps: number;
};

/** Tensors or bytes in memory after the `early` first epochs and after all. */
export type Growth = {
  readonly task: 'growth';
  readonly of: 'tensors' | 'memory';
  readonly order: RunOrder;
  readonly early: number;
};

/** Seconds that an epoch of a run spends in the runner itself, and all of them. */
export type Runner = {
  readonly task: 'runner';
  /** An experiment file. */
  readonly file: string;
  /** Each `key=value`. */
  readonly overrides: readonly string[];
  readonly runs: string;
};

/** Seconds of `runs` runs of a file, one a seed, by one sweep and in other ways. */
export type Sweep = {
  readonly task: 'sweep';
  readonly file: string;
  /** Each `key=value`. */
  readonly overrides: readonly string[];
  readonly runs: number;
  /** For what the runs leave. */
  readonly folder: string;
};

/** Seconds of the commands that look at what is stored, and of a sweep in which all is done, beside `rows` x `seeds` stored runs. */
export type Readers = {
  readonly task: 'readers';
  readonly rows: number;
  readonly seeds: number;
  readonly epochs: number;
  /** A folder of class folders. */
  readonly photos: string;
  readonly folder: string;
  /** How often each command is started; the median counts. */
  readonly starts: number;
};

/** Photos as the network takes them: a file of float32 `[count, size, size, 3]`, 0 to 1, and the index of each one's class. */
export type PhotosInMemory = {
  readonly file: string;
  readonly size: number;
  readonly labels: readonly number[];
};
