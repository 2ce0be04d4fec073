import type {Subject} from '../../domain/subject.js';
import type {SubjectScores} from '../subject-scores.js';

/** A run, or a row with all its runs, as closely as it can be looked at. Accuracies and probabilities are 0 to 1. */
export type Detail = Subject & SubjectScores & {
  /** Null where no probabilities are stored. */
  readonly classes: readonly ClassDetail[] | null;
  /** The validation pictures that the mean probabilities of its runs have wrong, the surest first. */
  readonly wrong: readonly WrongDetail[];
  /** Where the files of each run lie, by its id. */
  readonly folders: Readonly<Record<string, string>>;
  /** Commands that make sense now. */
  readonly next: readonly string[];
};

export type ClassDetail = {
  readonly name: string;
  /** Validation pictures of it. */
  readonly pictures: number;
  readonly recall: number | null;
  /** How many of them were taken for which class, summed over the scored runs. */
  readonly taken_for: readonly number[];
};

export type WrongDetail = {
  readonly path: string;
  readonly class: string;
  readonly said: string;
  /** Of what was said, and of what is right. */
  readonly probability: number;
  readonly of_class: number;
  /** How many of the scored runs have it wrong. */
  readonly wrong: number;
};
