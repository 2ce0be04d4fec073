import type {SqlAnswer, SqlValue} from '../domain/sql-answer.js';

/** The rows of a query as a JSON array of objects, one a line; blobs are their hexadecimal digits. */
export async function * answerJson({columns, rows}: SqlAnswer): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield `${before}  ${JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, plain(row[index]!)])))}`;
    before = ',\n';
  }

  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function plain(value: SqlValue): string | number | null {
  return value !== null && typeof value === 'object' ? value.blob : value;
}
