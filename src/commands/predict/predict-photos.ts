import path from 'node:path';
import process from 'node:process';
import type {Prediction, Predictions} from '../../domain/prediction.js';
import type {RunDetails} from '../../domain/run-details.js';
import {errors} from '../../errors.js';
import {TransferLog} from '../../files/transfer-log.js';
import {predictionsJson} from '../../report/predict/predictions-json.js';
import {predictionsText} from '../../report/predict/predictions-text.js';
import type {Store} from '../../store/open-store.js';
import {openResults} from '../find-store.js';
import type {Places} from '../places.js';
import {tableWidth} from '../table-width.js';
import {askNetwork} from './ask-network.js';
import {chooseRules, type RulesWish} from './choose-rules.js';
import {chooseRun} from './choose-run.js';
import {describeClasses, ruleNotes} from './describe-classes.js';
import {ensureGridFile} from './ensure-grid-file.js';
import {findPhotos, type NamedPhotos} from './find-photos.js';
import {knownTruths} from './known-truths.js';
import {orderPrediction} from './order-prediction.js';

export type PredictOptions = RulesWish & {
  readonly run: string;
  readonly epoch: 'last' | 'best';
  readonly top: number;
  readonly grid?: string;
  readonly json?: true;
};

/** What to print, in parts, what to tell beside it, and whether every photo was answered. */
export type Predicted = {readonly text: Iterable<string>; readonly notes: readonly string[]; readonly isWhole: boolean};

/** `ablate predict`. Throws a UserError for a wish that cannot be met; a photo that cannot be read is told with the others. */
export async function predictPhotos(given: readonly string[], options: PredictOptions, places: Places): Promise<Predicted> {
  const {epoch, top, json} = options;
  const grid = options.grid === undefined ? undefined : path.resolve(places.cwd, options.grid);
  const store = openResults(places);
  const run = await chooseRun(options.run, store, places);
  const chosen = chooseRules(options, run.row.config.dataset, places);
  const named = await findPhotos(given, places.cwd);
  if (grid !== undefined) {
    await ensureGridFile(grid, named.photos.map(({file}) => file));
  }

  const {photos, faults, notes} = await answer(named, {run, epoch}, store, places);
  const classes = describeClasses(run.split.classes, chosen);
  const predictions: Predictions = {
    runId: run.run_id,
    row: run.row.name,
    epoch,
    dataset: run.split.dataset,
    classes,
    rules: chosen && {label: chosen.rules.label, language: chosen.language},
    photos,
    faults: [...named.faults, ...faults],
  };
  if (grid !== undefined && photos.length > 0) {
    await writeGrid(grid, predictions);
  }

  return {
    text: json ? predictionsJson(predictions) : [predictionsText(predictions, {width: tableWidth(), top})],
    notes: [...notes, ...ruleNotes(classes, chosen)],
    isWhole: predictions.faults.length === 0,
  };
}

async function answer(
  {photos: named}: NamedPhotos,
  {run, epoch}: {readonly run: RunDetails; readonly epoch: 'last' | 'best'},
  store: Store,
  places: Places,
): Promise<Pick<Predictions, 'photos' | 'faults'> & {readonly notes: readonly string[]}> {
  if (named.length === 0) {
    return {photos: [], faults: [], notes: []};
  }

  const ordered = await orderPrediction({run, epoch, photos: named.map(({file}) => file)}, store, places);
  const bar = new TransferLog(process.stderr);
  const answers = await askNetwork(ordered, done => {
    if (process.stderr.isTTY) {
      bar.progress(done, named.length, 'photos');
    }
  });
  bar.clear();
  const truthOf = knownTruths(store.splitPictures(run.split.split_id));
  return {
    photos: answers.flatMap((said, index): Prediction[] => 'reason' in said
      ? []
      : [{...named[index]!, probabilities: said.probabilities, truth: truthOf(said.digest, named[index]!.file)}]),
    notes: ordered.notes,
    faults: answers.flatMap((said, index) => 'reason' in said ? [{path: named[index]!.path, reason: said.reason}] : []),
  };
}

async function writeGrid(file: string, predictions: Predictions): Promise<void> {
  const {drawGrid} = await import('../../report/predict/draw-grid.js');
  const {replaceFile} = await import('../../files/replace-file.js');
  const picture = await drawGrid(predictions);
  try {
    await replaceFile(file, [picture]);
  } catch (error) {
    throw errors.cannotWriteGrid(file, error);
  }
}
