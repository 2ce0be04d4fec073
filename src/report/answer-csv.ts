import type {SqlAnswer} from '../domain/sql-answer.js';
import {csvField} from './csv-field.js';

/** The rows of a query as CSV (RFC 4180) under the names of its columns; blobs are their hexadecimal digits. */
export async function * answerCsv({columns, rows}: SqlAnswer): AsyncGenerator<string> {
  yield lineOf(columns);
  for await (const row of rows) {
    yield lineOf(row.map(value => value !== null && typeof value === 'object' ? value.blob : value));
  }
}

function lineOf(values: ReadonlyArray<string | number | null>): string {
  return `${values.map(value => csvField(value)).join(',')}\r\n`;
}
