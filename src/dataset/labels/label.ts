/** A photo and what it is labelled. */
export type Label = {
  /** Relative to the data set's root, with forward slashes. */
  readonly path: string;
  readonly label: string;
};
