import process from 'node:process';
import {text} from 'node:stream/consumers';
import {type Command, Option} from 'commander';
import type {SqlAnswer} from '../domain/sql-answer.js';
import {parseCount} from './parse-count.js';
import {parseSeconds} from './parse-seconds.js';
import {findPlaces} from './places.js';
import {printParts} from './print-parts.js';

type Options = {
  readonly json?: true;
  readonly csv?: true;
  readonly limit: number;
  readonly timeout: number;
  readonly runs?: string;
};

// What can be asked: each view and table with its columns.
const overview = `
  SELECT objects.name, objects.type AS kind, group_concat(fields.name, ', ') AS columns
  FROM sqlite_schema AS objects JOIN pragma_table_info(objects.name) AS fields
  WHERE objects.type IN ('table', 'view') AND objects.name NOT LIKE 'sqlite_%'
  GROUP BY objects.name ORDER BY kind DESC, objects.name`;

/** `ablate query`: the database in SQL. */
export function registerQuery(program: Command): void {
  program.command('query')
    .description('ask the database in SQL; without a query, which tables and columns there are')
    .argument('[sql]', 'one SELECT; - reads it from standard input')
    .addOption(new Option('--json', 'as a JSON array, one row a line').conflicts(['csv']))
    .option('--csv', 'as CSV')
    .option('--limit <rows>', 'show so many rows of the table at most', parseCount('--limit'), 1000)
    .option('--timeout <time>', 'end a query that takes longer: seconds, or with s, m or h', parseSeconds('--timeout'), 60)
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Examples:
  ablate query "SELECT name, last, best FROM leaderboard ORDER BY last DESC LIMIT 5"
  ablate query "SELECT path, class, avg(right) AS share FROM answers GROUP BY path ORDER BY share LIMIT 9"
  ablate query "SELECT status, count(*) FROM runs GROUP BY status" --csv

Nothing can be changed by it. docs/queries.md says what the columns mean, and has more examples.`)
    .action(query);
}

async function query(given: string | undefined, {runs, timeout: timeoutSeconds, ...options}: Options): Promise<void> {
  const places = findPlaces({runs});
  const {openResults} = await import('./find-store.js');
  const {askDatabase} = await import('../store/sql/ask-database.js');
  const {suggest} = await import('../spec/suggest.js');
  const {withScores} = await import('./with-scores.js');
  // Brings an older database up to date.
  const store = await withScores(openResults(places), places);
  store.close();
  const sql = given === '-' ? await text(process.stdin) : given ?? overview;
  const answer = await askDatabase(places.runs, sql, {timeoutSeconds, suggest});
  await printParts(await render(answer, options));
}

async function render(answer: SqlAnswer, {json, csv, limit}: Omit<Options, 'runs' | 'timeout'>): Promise<AsyncIterable<string>> {
  if (json) {
    const {answerJson} = await import('../report/answer-json.js');
    return answerJson(answer);
  }

  if (csv) {
    const {answerCsv} = await import('../report/answer-csv.js');
    return answerCsv(answer);
  }

  const {answerTable} = await import('../report/answer-table.js');
  const {tableWidth} = await import('./table-width.js');
  return answerTable(answer, {limit, width: tableWidth()});
}
