/**
What happened in a run. Events are appended to the run's `events.jsonl`, one JSON object a line, and are all that
the database is made of. `seq` counts from 0 within the file; `at` is ISO 8601, UTC.
*/
export type RunEvent = {readonly seq: number; readonly at: string} & RunEventBody;

export type RunEventBody = StartedEvent | EpochEvent | PredictionsEvent | ArtifactEvent | EndedEvent | RequeuedEvent;

/**
An attempt began. What earlier attempts of the same run recorded is superseded, but for the epochs before the one that it goes
on in.
*/
export type StartedEvent = {
  readonly type: 'started';
  readonly attempt: number;
  readonly environment: Environment;
  /** Absent where it begins at the first step. */
  readonly resumed?: Resumed;
  /** What is to be known of how it began, in words: that a checkpoint was damaged, that it goes on on another machine. */
  readonly notes?: readonly string[];
};

/** Where an attempt goes on. */
export type Resumed = {
  /** The epoch in hand; those before it are kept. One more than there are where all that is left is to save the model. */
  readonly epoch: number;
  /** How many of its steps were taken. */
  readonly step: number;
  /** Wall time that earlier attempts spent on what is kept. */
  readonly seconds: number;
  /** Highest validation accuracy of the epochs before. */
  readonly best?: number;
};

/** An epoch is complete. Accuracies are 0 to 1, on the whole training and validation set. */
export type EpochEvent = {
  readonly type: 'epoch';
  /** Counts from 1. */
  readonly epoch: number;
  /** Mean over the epoch's training pictures, as the weights changed under way (what Keras reports). */
  readonly loss: number;
  readonly accuracy: number;
  readonly val_loss: number;
  readonly val_accuracy: number;
  /** Of the epoch's last step. */
  readonly learning_rate: number;
  /** Wall time of training and validation, in seconds. */
  readonly seconds: number;
  /** Training pictures a second, without validation. */
  readonly pictures_per_second: number;
  /** Base64 bit set: bit i (byte i>>3, bit i&7, lowest first) says that validation picture i was answered right. */
  readonly correct: string;
  /** How many pictures went through the network at a time, where there was no memory for a batch. */
  readonly micro_batch?: number;
};

/** The class probabilities of every validation picture at one epoch. */
export type PredictionsEvent = {
  readonly type: 'predictions';
  readonly of: 'last' | 'best';
  readonly epoch: number;
  /** Base64 of little-endian float32, `[validation pictures, classes]`. */
  readonly probabilities: string;
};

/** A file that the run left, relative to its folder. */
export type ArtifactEvent = {
  readonly type: 'artifact';
  readonly kind: 'model-last' | 'model-best';
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
};

/**
The attempt is over. Written by the worker, or by its host when the worker could not, or when it knows better why: the last one
counts. A run that was cancelled before its first attempt has this event alone.
*/
export type EndedEvent = {
  readonly type: 'ended';
  readonly status: EndStatus;
  /** Wall time of this attempt alone, in seconds. */
  readonly seconds: number;
  /** Highest resident memory of the worker, where it could say. */
  readonly peak_memory_bytes?: number;
  readonly problem?: Problem;
};

/** The run was put back into the queue (`ablate retry`): how it ended before counts no more. */
export type RequeuedEvent = {readonly type: 'requeued'};

export type EndStatus = 'done' | 'failed' | 'timed-out' | 'out-of-memory' | 'interrupted' | 'cancelled';
export type RunStatus = 'queued' | 'running' | EndStatus;

/** Why a run did not finish, in words for the user. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
};

/** Where a run was trained: enough to explain a figure, without naming the user's folders. */
export type Environment = {
  readonly ablate: string;
  readonly node: string;
  readonly platform: string;
  /** `tensorflow 2.15.1`. */
  readonly engine: string;
  /** `CPU (2 threads)` or the GPU's name. */
  readonly device: string;
  readonly threads: number;
  /** Whether ablate's own ops computed, where there are any for it; sums come out otherwise in their last bits with them. */
  readonly own_ops?: boolean;
  /** Commit of the working folder's git checkout, with `+` where it had changes. */
  readonly git_commit?: string;
};
