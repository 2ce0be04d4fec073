import {Random} from '../../engine/random.js';
import type {ClassSize} from './split-method.js';

/** The places of a class's photos in random order, which depends on the seed and on this class alone. */
export function shuffleClass({name, photos}: ClassSize, seed: number): Uint32Array {
  return Random.fromSeed(seed).fork('split').fork(name).permutation(photos);
}
