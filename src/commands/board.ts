import process from 'node:process';
import {type Command, Option} from 'commander';
import {printable} from '../errors.js';
import {collect} from './collect.js';
import {findPlaces} from './places.js';
import type {BoardOptions} from './board/show-board.js';

type Options = Omit<BoardOptions, 'form'> & {readonly runs?: string; readonly json?: true; readonly csv?: true; readonly md?: true; readonly latex?: true};

/** `ablate board`: the leaderboard. */
export function registerBoard(program: Command): void {
  program.command('board')
    .description('the leaderboard: a row for every experiment that was run, and which differences are real')
    .argument('[paths...]', 'only the rows of these files or folders, those that were not run yet too')
    .option('--columns <list>', 'these columns alone (name,last,best), or some more and less (+macro_f1,-changes)')
    .option('--sort <column>', 'sort by a column; -column for descending', '-last')
    .option('--where <condition>', 'only rows for which it holds: = != < <= > >= ~ (repeatable)', collect, [])
    .option('--group <column>', 'rows in groups by a column; comparable: by what makes them comparable; none', 'comparable')
    .option('--against <row>', 'compare every row with this one, in place of its parent')
    .option('--published', 'the published histories of the rows too, read for what they say')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addOption(new Option('--json', 'as JSON').conflicts(['csv', 'md', 'latex']))
    .addOption(new Option('--csv', 'as CSV').conflicts(['md', 'latex']))
    .addOption(new Option('--md', 'as Markdown').conflicts(['latex']))
    .option('--latex', 'as a LaTeX table (booktabs)')
    .addHelpText('after', `
Examples:
  ablate board experiments/table --sort -best
  ablate board --where 'last>0.5' --where name~dropout --csv
  ablate board --against model4 --columns name,last,interval,difference,verdict
  ablate board experiments/table --published

Rows are compared on the same validation pictures alone. docs/leaderboard.md says what the columns mean.`)
    .action(board);
}

const forms = ['json', 'csv', 'md', 'latex'] as const;

async function board(paths: string[], {runs, ...options}: Options): Promise<void> {
  const {showBoard} = await import('./board/show-board.js');
  const form = forms.find(each => options[each]) ?? 'table';
  const {text, notes} = await showBoard(paths, {...options, form}, findPlaces({runs}));
  process.stdout.write(text);
  for (const note of notes) {
    process.stderr.write(printable(`${note}\n`));
  }
}
