import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {type Command, Option} from 'commander';
import type {BoardRow} from '../domain/board-row.js';
import {collect} from './collect.js';
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
  const {openResults} = await import('./find-store.js');
  const {selectRows, sortRows} = await import('../report/select-rows.js');
  const {notRunRows} = await import('./board/not-run-rows.js');
  const stored = openResults(places).boardRows();
  const asked = stored.filter(row => isBelow(row, paths, places));
  const all = paths.length > 0 ? [...asked, ...notRunRows(paths, stored, places)] : asked;
  const rows = sortRows(selectRows(all, options.where), options.sort);
  process.stdout.write(await render(rows, options));
}

async function render(rows: readonly BoardRow[], {json, csv, md}: Options): Promise<string> {
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
  return `${boardTable(rows, tableWidth())}\n`;
}

function isBelow({file}: BoardRow, paths: readonly string[], places: Places): boolean {
  const absolute = locate(file, places);
  return paths.length === 0 || paths.some(given => {
    const folder = path.resolve(places.cwd, given);
    return absolute === folder || absolute.startsWith(folder + path.sep);
  });
}

// A row's file is stored relative to the folder that `run` was called from, and by default the runs lie in that folder.
function locate(file: string, {cwd, runs}: Places): string {
  const besideRuns = path.resolve(runs, '..', file);
  return existsSync(besideRuns) ? besideRuns : path.resolve(cwd, file);
}
