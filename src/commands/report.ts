import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces} from './places.js';

type Options = {readonly output?: string; readonly runs?: string};

/** `ablate report`: all results as a page that opens offline, and as Markdown with pictures. */
export function registerReport(program: Command): void {
  program.command('report')
    .description('all results as one HTML page that opens offline, and as Markdown with its pictures')
    .argument('[paths...]', 'only the rows of these files or folders, those that were not run yet too')
    .option('-o, --output <folder>', 'where to write index.html, report.md and its pictures (default: report in the runs folder)')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Examples:
  ablate report
  ablate report experiments/table -o docs/results

The same database gives the same files to the last byte; what has not changed is not drawn again. docs/report.md says what the page shows.`)
    .action(async (paths: string[], {runs, output}: Options) => {
      const {writeReport} = await import('./report/write-report.js');
      const {page, rows, bytes} = await writeReport(paths, findPlaces({runs}), output);
      process.stdout.write(`${page}: ${rows} ${rows === 1 ? 'row' : 'rows'}, ${(bytes / 1e6).toFixed(2)} MB; report.md lies beside it\n`);
    });
}
