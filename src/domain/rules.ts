/** A text by language; the first is the one to fall back to. */
export type Texts = ReadonlyMap<string, string>;

/** What is known of a class: what people call it, which of the bins it goes into, and what to do before. */
export type ClassRule = {
  readonly name: Texts | undefined;
  readonly bin: string | undefined;
  readonly hint: Texts | undefined;
};

/** Which bin each class goes into. */
export type Rules = {
  /** The name of rules that ablate ships, or the file as it is shown. */
  readonly label: string;
  /** All that any of the texts is in, in the order in which they come. */
  readonly languages: readonly string[];
  readonly bins: ReadonlyMap<string, Texts>;
  /** By the names that a data set has for its classes. */
  readonly classes: ReadonlyMap<string, ClassRule>;
};
