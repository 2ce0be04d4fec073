import type {ExperimentConfig} from './generated/experiment-config.js';

/** A row of the table, read from YAML: merged with its parents, validated, every default filled in. */
export type Experiment = {
  /** The row's name on the leaderboard; unique within a sweep. */
  readonly name: string;
  /** The file that it was read from, relative to the working folder where it lies below it. */
  readonly file: string;
  /** The files that the row was read from: its own, then the parents'. Undefined in what an earlier ablate planned. */
  readonly sources?: readonly string[];
  /**
  Name of the experiment that `extends:` names. A row of a matrix whose file extends none has the file without its matrix
  as its parent, where that is an experiment.
  */
  readonly parent: string | undefined;
  /** What the row means. Dataset paths in it are absolute. */
  readonly config: ExperimentConfig;
  /** What differs from the parent's resolved configuration, what a matrix varies included; empty without a parent. */
  readonly changes: readonly Change[];
  readonly description: string | undefined;
  readonly published: Published | undefined;
};

/** One dotted key whose value differs from the parent's, as JSON values; `undefined` where a side lacks it. */
export type Change = {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
};

/** What somebody else reported for a row. `history` is an absolute path. */
export type Published = {
  readonly validation_score?: number;
  readonly history?: string;
};
