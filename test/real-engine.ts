import process from 'node:process';
import tf from '../src/engine/tfjs.js';
import type {Engine} from '../src/domain/device.js';
import {cacheFolder} from '../src/engine/cache-folder.js';
import {loadEngine} from '../src/engine/load-engine.js';
import {provisionEngine} from '../src/engine/provision-engine.js';

/** The engine of this machine's cache, made there first where it is missing. */
export async function realEngine(): Promise<Engine> {
  return provisionEngine({cache: cacheFolder(), log: process.stderr});
}

/** Makes TensorFlow compute for this process. */
export async function loadRealEngine(): Promise<void> {
  await loadEngine(await realEngine());
  await tf.ready();
}
