import {createHash} from 'node:crypto';
import type {Dataset, DigestedPicture, Split} from '../domain/dataset.js';
import {errors} from '../errors.js';
import {chooseValidation} from './split/choose-validation.js';
import type {SplitRule} from './split/split-method.js';

/**
Parts the pictures as the rule says; within both parts they stay in the data set's order. `pictures` are the data set's own,
digested, in that order. Throws a UserError where none of them validates.
*/
export function splitDataset(dataset: Dataset, pictures: readonly DigestedPicture[], rule: SplitRule): Split {
  const byClass = dataset.classes.map((_, index) => pictures.filter(picture => picture.classIndex === index));
  const chosen = chooseValidation(byClass.map((files, index) => ({name: dataset.classes[index]!, photos: files.length})), rule);
  const validation = byClass.flatMap((files, index) => files.filter((_, place) => chosen[index]!.has(place)));
  const training = byClass.flatMap((files, index) => files.filter((_, place) => !chosen[index]!.has(place)));
  if (validation.length === 0) {
    throw errors.nothingValidates(dataset.name, rule, Math.max(...byClass.map(files => files.length)));
  }

  const {name, root, classes, synthetic} = dataset;
  return {id: splitId(classes, training, validation), dataset: name, root, classes, synthetic, training, validation};
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
