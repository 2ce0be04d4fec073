import type {Change, Published} from './experiment.js';
import type {ExportedEpoch} from './exported-run.js';
import type {ExperimentConfig} from './generated/experiment-config.js';
import type {RunStatus} from './run-event.js';
import type {StoredScores} from './stored-scores.js';

/** All that the database holds of one run, for who looks closely at it. Names are those of its tables. */
export type RunDetails = {
  readonly run_id: string;
  readonly seed: number;
  readonly row: RowFacts;
  readonly split: SplitFacts;
  readonly status: RunStatus;
  readonly attempts: number;
  /** ISO 8601; null where it did not come to that. */
  readonly queued_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  /** Wall time, once it is over: of the last attempt, and of what it went on from. */
  readonly seconds: number | null;
  readonly peak_memory_bytes: number | null;
  readonly problem_code: string | null;
  readonly problem: string | null;
  readonly hint: string | null;
  /** Where the last attempt was trained. */
  readonly ablate: string | null;
  readonly node: string | null;
  readonly platform: string | null;
  readonly engine: string | null;
  readonly device: string | null;
  readonly threads: number | null;
  readonly git_commit: string | null;
  readonly resumed_epoch: number | null;
  readonly micro_batch: number | null;
  /** What is to be known of how the last attempt began. */
  readonly notes: readonly string[];
  /** Null where it is not done, or its stored answers are damaged. */
  readonly scores: StoredScores | null;
  readonly epochs: readonly ExportedEpoch[];
  readonly artifacts: readonly Artifact[];
};

/** The row that a run belongs to, in the configuration that it was trained with. */
export type RowFacts = {
  readonly name: string;
  readonly file: string;
  readonly parent: string | null;
  readonly changes: readonly Change[];
  readonly description: string | null;
  readonly published: Published | null;
  readonly config: ExperimentConfig;
};

/** The pictures of a run. */
export type SplitFacts = {
  readonly split_id: string;
  readonly dataset: string;
  readonly synthetic: boolean;
  readonly classes: readonly string[];
  /** Numbers of pictures. */
  readonly training: number;
  readonly validation: number;
};

/** A file that a run left. */
export type Artifact = {
  readonly kind: string;
  /** Relative to the run's folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
};
