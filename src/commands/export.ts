import process from 'node:process';
import {Option, type Command} from 'commander';
import type {ExportFormat, ModelFormat} from '../domain/exported-run.js';
import {findPlaces} from './places.js';

type Options = {readonly output?: string; readonly runs?: string};

const formats = {
  csv: {what: 'a CSV file a run, under the names of Keras\' CSVLogger', look: ''},
  tensorboard: {what: 'event files, as Keras\' TensorBoard callback writes them', look: 'tensorboard --logdir'},
  mlflow: {what: 'a folder that MLflow reads as its own store', look: 'MLFLOW_ALLOW_FILE_STORE=true mlflow ui --backend-store-uri'},
} as const satisfies Readonly<Record<ExportFormat, {readonly what: string; readonly look: string}>>;

const models = {
  keras: 'one HDF5 file, for keras.models.load_model',
  tfjs: 'a layers model, for tf.loadLayersModel in Node.js and browsers',
  savedmodel: 'TensorFlow\'s SavedModel, for tf.saved_model.load and TensorFlow Serving',
  onnx: 'an ONNX model, for onnxruntime',
} as const satisfies Readonly<Record<ModelFormat, string>>;

/** `ablate export`: histories for other tools, and networks to take away. */
export function registerExport(program: Command): void {
  const all = program.command('export')
    .description('write runs for other tools: histories, and trained networks')
    .addHelpText('after', `
Examples:
  ablate export csv
  ablate export tensorboard small small-dropout -o logs
  ablate export onnx small
  ablate export script experiments/table/model4.yaml`);
  registerHistories(all);
  registerModels(all);
  registerScript(all);
}

function registerHistories(all: Command): void {
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

function registerModels(all: Command): void {
  for (const [format, what] of Object.entries(models)) {
    all.command(format)
      .description(`the trained network: ${what}`)
      .argument('<runs...>', 'ids of runs or their beginnings, or names of rows')
      .option('-o, --output <folder>', `where to write, a folder a run (default: export/${format})`)
      .addOption(new Option('--of <epoch>', 'the network as it was after the last epoch, or after the best one').choices(['last', 'best']).default('last'))
      .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
      .addHelpText('after', `
Example:
  ablate export ${format} small-dropout

It takes pixels of 0 to 255; about.json beside it names the classes and says how to ask it (docs/taking-away.md).`)
      .action(async (given: string[], {output = `export/${format}`, of, runs}: Options & {readonly of: 'last' | 'best'}) => {
        const {exportModels} = await import('./export/export-models.js');
        const folders = await exportModels(given, {format: format as ModelFormat, of, output, places: findPlaces({runs})});
        process.stdout.write(folders.map(folder => `${folder}\n`).join(''));
      });
  }
}

function registerScript(all: Command): void {
  all.command('script')
    .description('a Python program a run that trains the same row with Keras alone, for a notebook elsewhere')
    .argument('<rows...>', 'experiment files, whose runs need not be trained, ids of runs or their beginnings, or names of rows')
    .option('-o, --output <folder>', 'where to write (default: export/script)')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Example:
  ablate export script experiments/table/model4.yaml

Its first lines say how to run it; the history.csv that it leaves can be named by \`published.history\` (docs/taking-away.md).`)
    .action(async (given: string[], {output = 'export/script', runs}: Options) => {
      const {exportScripts} = await import('./export/export-scripts.js');
      const files = await exportScripts(given, {output, places: findPlaces({runs})});
      process.stdout.write(files.map(file => `${file}\n`).join(''));
    });
}
