import {createHash} from 'node:crypto';
import type {Dataset, DigestedPicture, Split} from '../domain/dataset.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {errors} from '../errors.js';

/**
Parts the pictures as ImageDataGenerator's `validation_split` does: of each class's n sorted files the first
trunc(share * n) validate and the rest train (Keras 2.15, `_list_valid_filenames_in_directory`).
`pictures` are the data set's own, digested, in its order.
*/
export function splitDataset(
  dataset: Dataset,
  pictures: readonly DigestedPicture[],
  {validation: share}: ExperimentConfig['split'],
): Split {
  const byClass = dataset.classes.map((_, index) => pictures.filter(picture => picture.classIndex === index));
  const validation = byClass.flatMap(files => files.slice(0, validationCount(files.length, share)));
  const training = byClass.flatMap(files => files.slice(validationCount(files.length, share)));
  if (validation.length === 0) {
    throw errors.nothingValidates(dataset.name, share, Math.max(...byClass.map(files => files.length)));
  }

  const {name, root, classes, synthetic} = dataset;
  return {id: splitId(classes, training, validation), dataset: name, root, classes, synthetic, training, validation};
}

/** How many of a class's files validate. */
export function validationCount(files: number, share: number): number {
  return Math.trunc(share * files);
}

/** SHA-256 over classes and both parts in order; a picture counts with its class, so that moving it to another changes the id. */
function splitId(
  classes: readonly string[],
  training: readonly DigestedPicture[],
  validation: readonly DigestedPicture[],
): string {
  const parts = [training, validation].map(part => part.map(({digest, classIndex}) => [classIndex, digest]));
  return createHash('sha256').update(JSON.stringify([classes, ...parts])).digest('hex');
}
