import type {Place} from './source.js';

/** One mistake in an experiment file: where it stands and what is wrong with it. */
export type SpecProblem = {
  /** Dotted key, `optimizer.name`; empty for the file as a whole. */
  readonly key: string;
  readonly message: string;
  readonly place: Place;
  /** The file whose row it was found in, as shown, which may only have inherited it; left out where any child's would show it. */
  readonly row?: string;
};
