import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {printableLine} from './printable.js';
import {UserError} from './user-error.js';

/** Of pictures that cannot be read. */
const mostTold = 50;

/** What can be wrong with photos, and with fetching them. */
export const datasetErrors = {
  datasetNotFound: (name: string, places: readonly string[], fetchable: boolean) => new UserError(
    'dataset-not-found',
    fetchable
      ? `data set ${name}: not found; looked in\n${places.map(place => `  ${place}`).join('\n')}`
      : `${name}: there is no such folder of photos`,
    fetchable
      ? `Fetch it with \`ablate data get ${name}\`, or set ABLATE_DATA to the folder that holds ${name}/.`
      : 'Check `dataset: {path: …}`: it is relative to the file that it stands in.',
  ),
  labelListNotFound: (csv: string) => new UserError(
    'dataset-not-found',
    `${csv}: there is no such list of photos and labels`,
    'Check `dataset: {csv: …}`: it is relative to the file that it stands in.',
  ),
  badLabels: (source: string, told: readonly string[], hint?: string) => new UserError(
    'bad-labels',
    `${source}: ${told.length === 1 ? 'a label' : `${told.length} labels`} cannot be taken\n${
      told.slice(0, mostTold).map(line => `  ${printableLine(line)}`).join('\n')}${told.length > mostTold ? `\n  and ${told.length - mostTold} others` : ''}`,
    hint ?? 'A list begins with the line path,label and has a line a photo: img/1.jpg,glass. Paths are relative to it.',
  ),
  singleLabel: (csv: string, label: string) => new UserError(
    'single-class',
    `${csv}: expected two labels or more, but every photo is ${label}`,
    'Check the column of labels.',
  ),
  noDatasetFound: (known: readonly string[]) => new UserError(
    'no-dataset-found',
    `none of the data sets ${known.join(', ')} is on this machine`,
    'Fetch one with `ablate data get trashnet`, or name a folder of photos.',
  ),
  unknownDataset: (given: string, known: readonly string[]) => new UserError(
    'unknown-dataset',
    `data set ${given}: expected one of ${known.join(', ')}`,
    'Photos of your own need no fetching: name their folder in the file, `dataset: {path: ./photos}`.',
  ),
  noClassFolders: (root: string) => new UserError(
    'no-class-folders',
    `${root}: expected one folder a class, but it holds no folders`,
    'Put the photos of each class into a folder that bears its name.',
  ),
  singleClass: (root: string, name: string) => new UserError(
    'single-class',
    `${root}: expected two classes or more, but there is only ${name}`,
    'Name the folder that holds the class folders, not a class folder itself.',
  ),
  emptyClass: (root: string, names: readonly string[]) => new UserError(
    'empty-class',
    `${root}: no JPEG, PNG or WebP pictures in ${names.length === 1 ? 'the class folder' : 'the class folders'} ${names.join(', ')}`,
    'Add photos, or list the other folders under `dataset.classes`.',
  ),
  noFolderForClass: (root: string, name: string, folders: readonly string[]) => new UserError(
    'no-folder-for-class',
    `${root}: there is no folder for the class "${name}" (found: ${folders.join(', ')})`,
    'Correct `dataset.classes`, or add the folder.',
  ),
  noLabelForClass: (csv: string, name: string, labels: readonly string[]) => new UserError(
    'no-folder-for-class',
    `${csv}: no photo is labelled "${name}" (found: ${labels.join(', ')})`,
    'Correct `dataset.classes`, or the labels.',
  ),
  nothingValidates: (dataset: string, {method, validation, folds, fold}: ExperimentConfig['split'], largest: number) => method === 'kfold'
    ? new UserError(
      'nothing-validates',
      `${dataset}: fold ${fold} of ${folds} holds none of at most ${largest} photos a class`,
      `Set split.folds to ${Math.max(largest, 2)} or less, or add photos.`,
    )
    : new UserError(
      'nothing-validates',
      `${dataset}: split.validation ${validation} of at most ${largest} photos a class leaves none to validate`,
      `Set split.validation to ${(Math.ceil(1000 / largest) / 1000)} or more, or add photos.`,
    ),
  unreadablePictures: (root: string, pictures: ReadonlyArray<{readonly path: string; readonly reason: string}>) => new UserError(
    'unreadable-pictures',
    `${root}: ${pictures.length === 1 ? 'a picture' : `${pictures.length} pictures`} cannot be read\n${
      pictures.slice(0, mostTold).map(picture => `  ${printableLine(picture.path)}: ${picture.reason}`).join('\n')}${
      pictures.length > mostTold ? `\n  and ${pictures.length - mostTold} others` : ''}`,
    'Replace or remove them; `ablate data check` looks for all that are wrong.',
  ),
  pictureChanged: (file: string) => new UserError(
    'picture-changed',
    `${file}: changed while the run was being prepared`,
    'Start the run again once the data set rests.',
  ),
  tooManyPixels: (count: number, size: number, limit: number) => new UserError(
    'too-many-pixels',
    `${count} pictures of ${size}x${size} take ${gigabytes(count * size * size * 3)} of memory, and there are ${gigabytes(limit)}`,
    'Set a smaller image_size.',
  ),
  downloadFailed: (name: string, attempts: ReadonlyArray<{readonly source: string; readonly reason: string}>, cause?: unknown) => new UserError(
    'download-failed',
    `data set ${name}: could not be fetched\n${attempts.map(({source, reason}) => `  ${source}\n    ${reason}`).join('\n')}`,
    `Fetch the zip on another machine, then: ablate data get ${name} --from FILE.zip (a folder and a URL do as well).`,
    cause,
  ),
  notAZip: (source: string, why: string) => new UserError(
    'not-a-zip',
    `${source}: expected a zip of class folders, or a folder of them (${why})`,
    'Check that the download is whole, and that it is the zip and not a page about it.',
  ),
  incompleteDataset: (name: string, source: string, differences: readonly string[]) => new UserError(
    'incomplete-dataset',
    `data set ${name}: ${source} does not hold it\n${differences.map(difference => `  ${difference}`).join('\n')}`,
    'Use the published zip as it is; photos of your own go by `dataset: {path: ./photos}`.',
  ),
};

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
