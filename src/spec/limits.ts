/**
What an experiment may be at most: far above what anybody writes, and little enough that its mistakes are told at once. Anything
beyond was named by mistake, or made to do harm.
*/
export const limits = {
  /** Bytes of a file. */
  bytes: 200_000,
  /** Keys and values of a file, what its aliases repeat counted each time. */
  values: 10_000,
  /** Maps and lists within each other: shallow enough for recursion. */
  depth: 50,
  /** Files that one inherits from, one after another. */
  parents: 50,
  /** Rows that the matrix of a file makes. */
  rows: 1000,
  /** Runs of a file: seeds, over all of its rows. */
  runs: 10_000,
  /** Mistakes of a row that are told. */
  problems: 100,
} as const;
