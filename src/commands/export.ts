import process from 'node:process';
import type {Command} from 'commander';
import type {ExportFormat} from '../domain/exported-run.js';
import {findPlaces} from './places.js';

type Options = {readonly output?: string; readonly runs?: string};

const formats = {
  csv: {what: 'a CSV file a run, under the names of Keras\' CSVLogger', look: ''},
  tensorboard: {what: 'event files, as Keras\' TensorBoard callback writes them', look: 'tensorboard --logdir'},
  mlflow: {what: 'a folder that MLflow reads as its own store', look: 'MLFLOW_ALLOW_FILE_STORE=true mlflow ui --backend-store-uri'},
} as const satisfies Readonly<Record<ExportFormat, {readonly what: string; readonly look: string}>>;

/** `ablate export`: histories for other tools. */
export function registerExport(program: Command): void {
  const all = program.command('export')
    .description('write histories and configurations of runs for other tools')
    .addHelpText('after', `
Examples:
  ablate export csv
  ablate export tensorboard small small-dropout -o logs`);
  for (const [format, {what, look}] of Object.entries(formats)) {
    all.command(format)
      .description(what)
      .argument('[runs...]', 'ids of runs or their beginnings, or names of rows (default: every run with an epoch)')
      .option('-o, --output <folder>', `where to write (default: export/${format})`)
      .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
      .addHelpText('after', `
Example:
  ablate export ${format} small-dropout

The same files are written again when it is called again.`)
      .action(async (given: string[], {output = `export/${format}`, runs}: Options) => {
        const {exportRuns} = await import('./export/export-runs.js');
        const count = await exportRuns(given, {format: format as ExportFormat, output, places: findPlaces({runs})});
        process.stdout.write(`${count} ${count === 1 ? 'run' : 'runs'} in ${output}${look === '' ? '' : `; look at them with: ${look} ${output}`}\n`);
      });
  }
}
