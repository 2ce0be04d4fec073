import process from 'node:process';
import {type Command, Option} from 'commander';
import type {BoardRow} from '../domain/board-row.js';
import type {RunRow} from '../domain/run-row.js';
import {printable} from '../errors.js';
import type {Store} from '../store/open-store.js';
import {collect} from './collect.js';
import {isFailure} from './is-failure.js';
import {findPlaces, type Places} from './places.js';
import {tableWidth} from './table-width.js';

type Options = {
  readonly sort: string;
  readonly where: readonly string[];
  readonly runs?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly md?: true;
};

/** `ablate board`: the leaderboard. */
export function registerBoard(program: Command): void {
  program.command('board')
    .description('the leaderboard: a row for every experiment that was run')
    .argument('[paths...]', 'only the rows of these files or folders, those that were not run yet too')
    .option('--sort <column>', 'sort by a column; -column for descending', '-last')
    .option('--where <condition>', 'only rows for which it holds: = != < <= > >= ~ (repeatable)', collect, [])
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addOption(new Option('--json', 'as JSON').conflicts(['csv', 'md']))
    .addOption(new Option('--csv', 'as CSV').conflicts(['md']))
    .option('--md', 'as Markdown')
    .addHelpText('after', `
Examples:
  ablate board experiments/table --sort -best
  ablate board --where 'last>0.5' --where name~dropout --csv`)
    .action(board);
}

async function board(paths: string[], options: Options): Promise<void> {
  const places = findPlaces(options);
  const {findStore, openResults} = await import('./find-store.js');
  const {selectRows, sortRows} = await import('../report/select-rows.js');
  const {isBelow} = await import('./board/is-below.js');
  const {notRunRows} = await import('./board/not-run-rows.js');
  // Rows of files can be shown before any of them was run.
  const store = paths.length > 0 ? findStore(places) : openResults(places);
  const {keepScores} = await import('./keep-scores.js');
  await (store && keepScores(store, places));
  const stored = store?.boardRows() ?? [];
  const asked = paths.length > 0 ? stored.filter(row => paths.some(given => isBelow(row, given, places))) : stored;
  const {rows: others, leftOut} = notRunRows(paths, stored, places);
  const all = [...asked, ...others];
  const rows = sortRows(selectRows(all, options.where), options.sort);
  process.stdout.write(await render(rows, options, async () => failedRuns(rows, store, places)));
  if (leftOut.length > 0) {
    process.stderr.write(printable(`Left out because of mistakes, which \`ablate validate\` tells: ${leftOut.join(', ')}\n`));
  }
}

/** Only asked for where there are any, since there may be many runs. */
async function failedRuns(rows: readonly BoardRow[], store: Store | undefined, {runs}: Places): Promise<readonly RunRow[]> {
  // Of a row that is partly done other seeds may have failed.
  const names = new Set(rows.filter(({status}) => isFailure(status) || status === 'partial').map(({name}) => name));
  if (!store || names.size === 0) {
    return [];
  }

  const {liveRunRows} = await import('./live-run-rows.js');
  return liveRunRows(store, runs).filter(({name, status}) => names.has(name) && isFailure(status));
}

async function render(rows: readonly BoardRow[], {json, csv, md}: Options, findFailed: () => Promise<readonly RunRow[]>): Promise<string> {
  if (json) {
    return `${JSON.stringify(rows, undefined, 2)}\n`;
  }

  if (csv) {
    const {boardCsv} = await import('../report/board-csv.js');
    return boardCsv(rows);
  }

  if (md) {
    const {boardMarkdown} = await import('../report/board-markdown.js');
    return boardMarkdown(rows);
  }

  const {boardTable} = await import('../report/board-table.js');
  return `${boardTable(rows, tableWidth(), await findFailed())}\n`;
}
