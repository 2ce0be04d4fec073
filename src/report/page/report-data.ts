import type {BoardRow} from '../../domain/board-row.js';
import type {ExportedEpoch} from '../../domain/exported-run.js';
import type {PublishedHistory} from '../../domain/published-history.js';
import type {RowFacts, SplitFacts} from '../../domain/run-details.js';
import type {RunStatus} from '../../domain/run-event.js';
import type {StoredScores} from '../../domain/stored-scores.js';
import type {ReliabilityBin} from '../../score/run/reliability-bins.js';
import type {Mistake} from '../frequent-mistakes.js';
import type {ClassDetail, WrongDetail} from '../show/detail.js';

/** All that a report shows, as plain values: nothing that depends on when it is written, or where. */
export type ReportData = {
  /** Every row that is asked for, best first, also those that were not run. */
  readonly board: readonly BoardRow[];
  /** The files, as they are shown, that have mistakes and so no row. */
  readonly leftOut: readonly string[];
  readonly dataNotes: readonly string[];
  /** Those that have runs, in the board's order. */
  readonly rows: readonly ReportRow[];
  readonly splits: readonly ReportSplit[];
  readonly timeline: readonly TimelineRun[];
  /** The photos that are shown, by their digests. */
  readonly photos: ReadonlyMap<string, PhotoFile>;
  /** Commands that train and show the same again. */
  readonly commands: readonly string[];
};

export type ReportRow = ReportSubject & {
  readonly row: BoardRow;
  /** What it says of the split's sixteen photos, in their order; of several seeds by their mean probabilities. */
  readonly grid: readonly GridAnswer[];
};

/** A run, or a row with its runs, as plots show it. */
export type ReportSubject = {
  /** The row's name, or the run's id. */
  readonly label: string;
  readonly facts: RowFacts;
  readonly split: SplitFacts;
  readonly runs: readonly ReportRun[];
  /** Those whose curves are drawn: the scored ones, which are all on the same pictures; where none is, the one that came furthest. */
  readonly curves: readonly ReportRun[];
  readonly history: PublishedHistory | null;
  readonly network: NetworkDrawing;
  /** Null, and nothing in the lists, where no probabilities are stored. */
  readonly classes: readonly ClassDetail[] | null;
  readonly mistakes: readonly Mistake[];
  readonly reliability: readonly ReliabilityBin[];
  readonly wrong: readonly WrongDetail[];
  /** How many of the runs are done and scored. */
  readonly scored: number;
  /** Of how many of those probabilities are stored: classes, mistakes, reliability, wrong pictures and the sixteen photos rest on these. */
  readonly predicted: number;
};

export type ReportRun = {
  readonly runId: string;
  readonly seed: number;
  readonly status: RunStatus;
  readonly problem: string | null;
  readonly notes: readonly string[];
  readonly seconds: number | null;
  readonly environment: RunEnvironment;
  readonly scores: StoredScores | null;
  readonly epochs: readonly ExportedEpoch[];
};

export type RunEnvironment = {
  readonly ablate: string | null;
  readonly node: string | null;
  readonly platform: string | null;
  readonly engine: string | null;
  readonly device: string | null;
  readonly threads: number | null;
  readonly commit: string | null;
};

/** What was said of one photo. */
export type GridAnswer = {readonly said: string; readonly probability: number};

/** What rows on the same pictures have in common. */
export type ReportSplit = {
  readonly splitId: string;
  readonly dataset: string;
  readonly training: number;
  readonly validation: number;
  /** The same sixteen photos for all rows. */
  readonly grid: readonly ShownPhoto[];
  /** Most often wrong over all scored runs, of which there are so many. */
  readonly hardest: readonly HardPhoto[];
  readonly runs: number;
  /** Why photos are not shown, where some are not. */
  readonly missing: string | null;
};

export type ShownPhoto = {readonly digest: string; readonly path: string; readonly class: string};

export type HardPhoto = ShownPhoto & {
  readonly wrong: number;
  /** What it was taken for most often, where probabilities tell. */
  readonly said: string | null;
};

/** A small JPEG in base64. */
export type PhotoFile = {readonly jpeg: string};

export type TimelineRun = {
  readonly runId: string;
  readonly row: string;
  readonly seed: number;
  readonly status: RunStatus;
  readonly device: string;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
};

export type NetworkDrawing = {
  readonly input: readonly number[];
  readonly blocks: readonly NetworkBlock[];
  readonly parameters: number;
  readonly trainable: number;
  readonly multiplications: number;
};

/** A layer, or a stage of a backbone. */
export type NetworkBlock = {
  readonly title: string;
  readonly detail: string;
  readonly output: readonly number[];
  readonly parameters: number;
  readonly trainable: number;
  /** Of `concatenate`: what stands side by side. */
  readonly branches: readonly string[];
};
