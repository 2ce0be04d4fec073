import type fc from 'fast-check';

/** Files of one input, by their names below the folder that it is tried in. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** One sort of bad input, and what must come of it whatever it is. */
export type Kind<Input = unknown> = {
  readonly name: string;
  /** Tries in `npm test`, where all kinds together take less than a minute. */
  readonly tries: number;
  /** The most processor time that one try may take, in seconds. */
  readonly seconds: number;
  readonly inputs: fc.Arbitrary<Input>;
  /**
  Tries one in an empty folder, where it leaves the files that it wrote. Gives in words what is wrong with what came of it, and
  nothing where it was refused as it must be, or is right.
  */
  readonly attempt: (input: Input, folder: string) => Promise<string | undefined>;
};
