import type {Places} from '../places.js';
import type {Check} from './check.js';
import {checkDatasets} from './check-datasets.js';
import {checkEngine} from './check-engine.js';
import {checkMachine} from './check-machine.js';
import {checkCache} from './check-cache.js';
import {checkWeights} from './check-weights.js';

/** Everything that the doctor looks at, in the order it is shown. Changes nothing. */
export async function examine(places: Places): Promise<readonly Check[]> {
  const engine = await checkEngine(places);
  const hasEngine = engine[0]?.state === 'fine';
  const [machine, cache, datasets, weights] = await Promise.all([
    checkMachine(places, hasEngine),
    checkCache(places, hasEngine),
    checkDatasets(places),
    checkWeights(places),
  ]);
  return [...machine, ...engine, ...cache, ...datasets, ...weights];
}
