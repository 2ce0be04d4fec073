import type {Place} from './source.js';

/** One mistake in an experiment file: where it stands and what is wrong with it. */
export type SpecProblem = {
  /** Dotted key, `optimizer.name`; empty for the file as a whole. */
  readonly key: string;
  readonly message: string;
  readonly place: Place;
  /** The files, as shown, in whose rows it was found: they may have inherited it. Left out where every child of its file has it. */
  readonly rows?: readonly string[];
  /** Those of them that brought its file in, where its own row does not have the problem. */
  readonly extendedBy?: readonly string[];
};
