import type {SqlValue} from '../../domain/sql-answer.js';

/** What the process that asks is told to do. */
export type Question = {readonly file: string; readonly sql: string};

/**
What it prints, a JSON value a line: the columns, then row by row; or, at any time, what SQLite refused, with all names that the
database has.
*/
export type AnswerLine
  = | {readonly columns: readonly string[]}
    | readonly SqlValue[]
    | {readonly refused: string; readonly code: string; readonly names: readonly string[]};
