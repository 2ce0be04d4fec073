import process from 'node:process';
import {type Command, Option} from 'commander';
import type {PredictOptions} from './predict/predict-photos.js';
import {parseCount} from './parse-count.js';
import {findPlaces} from './places.js';
import {printParts} from './print-parts.js';

type Options = PredictOptions & {readonly runs?: string};

/** `ablate predict`: what a trained network says of photos, and which bin that means. */
export function registerPredict(program: Command): void {
  program.command('predict')
    .description('what a trained network says of photos: class, probability, next candidates, and the bin that it goes into')
    .argument('<photos...>', 'photos, folders, patterns (\'more/**/*.jpg\'), or - for a path a line on standard input')
    .option('--run <run>', 'a run\'s id or its beginning, or a row\'s name or file; best: the first of the leaderboard by last', 'best')
    .addOption(new Option('--epoch <epoch>', 'the network after the last epoch, or the one of the best, which was chosen on the validation pictures')
      .choices(['last', 'best']).default('last'))
    .option('--rules <rules>', 'which bin a class goes into: china, trashnet or a file (default: rules.yaml beside the photos trained on, else none)')
    .option('--lang <language>', 'the language of names, bins and hints (default: the first of the rules)')
    .option('--top <count>', 'how many candidates are shown of each photo', parseCount('--top'), 3)
    .option('--grid <file>', 'a picture of 16 of the photos, each with what it was taken for, as PNG')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--json', 'as JSON, with the probability of every class')
    .addHelpText('after', `
Examples:
  ablate predict photo.jpg
  ablate predict photos/ --run model4 --rules china --lang zh
  ls photos/*.jpg | ablate predict - --json
  ablate predict validation/ --grid grid.png

best takes, of all rows with a finished run, the one with the highest accuracy after the last epoch (last), of photos
before pictures that ablate drew. Where rows were trained on several data sets, say of which: --run best:trashnet.
Of a row's seeds the first that is done answers. docs/predict.md says how a file of rules is written.

Exit codes: 0 every photo is answered, 1 some could not be read, 2 the input is wrong.`)
    .action(predict);
}

async function predict(given: string[], {runs, ...options}: Options): Promise<void> {
  const {predictPhotos} = await import('./predict/predict-photos.js');
  const {tellNotes} = await import('./tell-notes.js');
  const {text, notes, isWhole} = await predictPhotos(given, options, findPlaces({runs}));
  await printParts(text);
  tellNotes(notes);
  process.exitCode = isWhole ? 0 : 1;
}
