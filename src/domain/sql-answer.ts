/** A value that SQLite gives: blobs as their hexadecimal digits, whole numbers that JavaScript would round as text. */
export type SqlValue = string | number | null | {readonly blob: string};

/** What a query gives, row by row as it comes. */
export type SqlAnswer = {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly SqlValue[]>;
};
