import {getDataset} from '../../dataset/get-dataset.js';
import {isDatasetName, knownDatasets} from '../../dataset/known-datasets.js';
import type {LogStream} from '../../domain/log-stream.js';
import {errors} from '../../errors.js';
import type {Places} from '../places.js';

type GetDataOptions = {
  readonly places: Places;
  readonly from: string | undefined;
  readonly json: true | undefined;
  readonly log: LogStream;
};

/** `ablate data get`: fetches what is missing, and gives the text to print. Throws a UserError where it cannot be had. */
export async function getData(name: string, {places, from, json, log}: GetDataOptions): Promise<string> {
  if (!isDatasetName(name)) {
    throw errors.unknownDataset(name, Object.keys(knownDatasets));
  }

  const {root, already} = await getDataset(name, {...places, from, log});
  if (already && from !== undefined) {
    log.write(`${name} is there already, so that ${from} is not looked at.\n`);
  }

  const {counts, licence, synthetic} = knownDatasets[name];
  const pictures = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return json
    ? `${JSON.stringify({name, root, already, pictures, licence}, undefined, 2)}\n`
    : `${name}: ${pictures} ${synthetic ? 'drawn pictures' : 'photos'} ${already ? 'are there already' : 'are there'}: ${root}\n`;
}
