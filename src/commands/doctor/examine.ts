import type {Places} from '../places.js';
import type {Check} from './check.js';
import {checkDatasets} from './check-datasets.js';
import {checkEngine} from './check-engine.js';
import {checkMachine} from './check-machine.js';
import {checkCache} from './check-cache.js';

/** Everything that the doctor looks at, in the order it is shown. Changes nothing. */
export async function examine(places: Places): Promise<readonly Check[]> {
  const engine = await checkEngine(places);
  const hasEngine = engine[0]?.state === 'fine';
  const [machine, cache, datasets] = await Promise.all([
    checkMachine(places, hasEngine),
    checkCache(places, hasEngine),
    checkDatasets(places),
  ]);
  return [...machine, ...engine, ...cache, ...datasets, weights];
}

const weights: Check = {
  name: 'weights',
  state: 'fine',
  found: 'none needed: no layer of an experiment file starts from published weights yet',
};
