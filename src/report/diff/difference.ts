import type {Change} from '../../domain/experiment.js';
import type {Subject} from '../../domain/subject.js';
import type {Judged} from '../../score/comparison/table-scores.js';
import type {Settling} from '../../score/comparison/what-would-settle.js';
import type {SubjectScores} from '../subject-scores.js';

/** How two rows, or runs, differ. Differences are `to` minus `from`; accuracies are 0 to 1. */
export type Difference = {
  readonly from: Side;
  readonly to: Side;
  /** Between the resolved configurations. */
  readonly changes: readonly Change[];
  /** Null where they cannot be judged. */
  readonly verdict: PairVerdict | null;
  /** Why there is no verdict, in words. */
  readonly unjudged: string | null;
  /** The validation pictures of both, by their content, where they are on different splits. */
  readonly validation: CommonPictures | null;
  /** Keys by which both see the same pictures otherwise. */
  readonly sees_otherwise: readonly string[];
  /** Null without a verdict. */
  readonly agreement: Agreement | null;
  readonly classes: readonly ClassDifference[];
};

export type Side = Subject & SubjectScores;

export type PairVerdict = Pick<Judged, 'difference' | 'interval' | 'pValue' | 'of' | 'verdict'> & {
  /** Of what is within noise. */
  readonly settling: Settling | null;
  /** Other rows on the same pictures that helped to tell how much seeds matter. */
  readonly helpers: number;
};

export type CommonPictures = {
  readonly common: number;
  readonly only_from: number;
  readonly only_to: number;
};

/** A side has a picture right where more than half of its runs do. */
export type Agreement = {
  readonly both: number;
  readonly only_from: number;
  readonly only_to: number;
  readonly neither: number;
  /** Those that a different share of runs has right, where shares differ most first. */
  readonly pictures: readonly PictureDifference[];
};

export type PictureDifference = {
  readonly path: string;
  readonly class: string;
  /** How many runs of each have it right. */
  readonly from: number;
  readonly to: number;
  /** What the mean probabilities of each say; null where they were not stored. */
  readonly from_said: string | null;
  readonly to_said: string | null;
};

export type ClassDifference = {
  readonly name: string;
  /** Validation pictures of it. */
  readonly pictures: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Pictures that one alone has right. */
  readonly only_from: number;
  readonly only_to: number;
};
