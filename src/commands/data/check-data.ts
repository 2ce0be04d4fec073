import {checkPictures, type PictureCheck} from '../../dataset/check-pictures.js';
import {locateDataset, toReference} from '../../dataset/find-dataset.js';
import {isDatasetName, knownClasses, knownDatasets, type DatasetName} from '../../dataset/known-datasets.js';
import type {LogStream} from '../../domain/log-stream.js';
import {errors} from '../../errors.js';
import {TransferLog} from '../../files/transfer-log.js';
import type {Places} from '../places.js';
import {findFeatures} from './find-features.js';
import {formatCheck} from './format-check.js';
import {foundDatasets} from './list-data.js';

type CheckDataOptions = {
  readonly places: Places;
  readonly validation: number;
  readonly json: true | undefined;
  readonly log: LogStream;
};

/** `ablate data check`: looks at every picture of each data set; gives the text to print, and whether a run could use them all. */
export async function checkData(
  given: readonly string[],
  {places, validation, json, log}: CheckDataOptions,
): Promise<{readonly text: string; readonly isFine: boolean}> {
  const wanted = given.length > 0 ? given : await foundDatasets(places);
  if (wanted.length === 0) {
    throw errors.noDatasetFound(Object.keys(knownDatasets));
  }

  const checks: PictureCheck[] = [];
  for (const word of wanted) {
    const {name, root, csv} = await locateDataset(toReference(word), places);
    const bar = new TransferLog(log);
    checks.push(await checkPictures({
      name,
      root,
      csv,
      classes: isDatasetName(word) ? knownClasses(word satisfies DatasetName) : undefined,
      validation,
      cache: places.cache,
      featuresOf: async digests => findFeatures(places.cache, digests),
      onProgress(done, total, what) {
        // Only for the eye: the findings follow soon enough.
        if (log.isTTY) {
          bar.progress(done, total, what);
        }
      },
    }));
    bar.clear();
  }

  const isFine = checks.every(check => isUsable(check));
  const text = json
    ? `${JSON.stringify({fine: isFine, datasets: checks}, undefined, 2)}\n`
    : checks.map(check => formatCheck(check)).join('\n');
  return {text, isFine};
}

function isUsable({classes, unreadable}: PictureCheck): boolean {
  return unreadable.length === 0 && classes.length > 1 && classes.every(({training, validation}) => training + validation > 0);
}
