/** Where a few pictures stand in the batch that they are a part of. */
export type BatchPart = {
  /** The place of the first, counted from 0. */
  readonly start: number;
  /** How many pictures the batch has. */
  readonly of: number;
};
