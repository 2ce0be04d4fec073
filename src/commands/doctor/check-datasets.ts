import {findDataset, findKnownDataset} from '../../dataset/find-dataset.js';
import {knownDatasets, type DatasetName} from '../../dataset/known-datasets.js';
import {UserError} from '../../errors.js';
import type {Places} from '../places.js';
import type {Check} from './check.js';

/** Every data set that an experiment can call by name. None of them stops training: folders of photos can be named too. */
export async function checkDatasets(places: Places): Promise<readonly Check[]> {
  return Promise.all((Object.keys(knownDatasets) as DatasetName[]).map(async name => checkDataset(name, places)));
}

async function checkDataset(name: DatasetName, places: Places): Promise<Check> {
  const {synthetic, counts} = knownDatasets[name];
  const root = await findKnownDataset(name, places);
  const mend = `npx ablate data get ${name}`;
  if (root === undefined) {
    return synthetic
      ? {name, state: 'fine', found: 'not drawn yet: that is done when it is first used'}
      : {name, state: 'lacking', found: 'not found', mend};
  }

  try {
    const {pictures, classes} = await findDataset(name, places);
    const whole = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const found = `${pictures.length} ${synthetic ? 'pictures' : 'photos'} in ${classes.length} classes, ${root}`;
    const details = {root, pictures: pictures.length};
    return pictures.length === whole
      ? {name, state: 'fine', found, details}
      : {name, state: 'lacking', found: `${found}; ${whole} were published`, mend: `npx ablate data check ${name}`, details};
  } catch (error) {
    if (error instanceof UserError) {
      return {name, state: 'lacking', found: error.message, mend: `npx ablate data check ${name}`};
    }

    throw error;
  }
}
