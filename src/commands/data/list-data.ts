import chalk from 'chalk';
import {datasetPlaces} from '../../dataset/dataset-places.js';
import {findKnownDataset} from '../../dataset/find-dataset.js';
import {knownDatasets, type DatasetName} from '../../dataset/known-datasets.js';
import type {Places} from '../places.js';

/** `ablate data list`: the text to print. */
export async function listData(places: Places, json: true | undefined): Promise<string> {
  const rows = await Promise.all(names().map(async name => describe(name, places)));
  return json ? `${JSON.stringify(rows, undefined, 2)}\n` : rows.map(row => format(row)).join('');
}

/** The named data sets that are on this machine. */
export async function foundDatasets(places: Places): Promise<readonly DatasetName[]> {
  const found = await Promise.all(names().map(async name => findKnownDataset(name, places)));
  return names().filter((_, index) => found[index]);
}

async function describe(name: DatasetName, places: Places) {
  const {title, licence, counts, synthetic} = knownDatasets[name];
  const root = await findKnownDataset(name, places);
  return {name, title, licence, counts, synthetic, root: root ?? null, looked_in: datasetPlaces(name, places)};
}

function format({name, title, synthetic, root, looked_in}: Awaited<ReturnType<typeof describe>>): string {
  const missing = synthetic
    ? 'not drawn yet: that is done when it is first used'
    : `not found; fetch it with ${chalk.cyan(`ablate data get ${name}`)}; looked in\n${looked_in.map(place => `      ${place}`).join('\n')}`;
  return `${root ? chalk.green('✔') : chalk.yellow('–')} ${chalk.bold(name)}  ${title}\n    ${root ?? missing}\n`;
}

function names(): readonly DatasetName[] {
  return Object.keys(knownDatasets) as DatasetName[];
}
