import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import tf from '../engine/tfjs.js';
import {errors} from '../errors.js';
/* eslint-disable import-x/no-unassigned-import -- their classes make themselves known to tfjs when they are loaded */
import './layers.js';
import './trainable-backbone.js';
/* eslint-enable import-x/no-unassigned-import */

/** The network that a run saved in a folder. Throws a UserError where it is not there, or its weights have another SHA-256 than then. */
export async function loadModel(folder: string, sha256: string): Promise<tf.Sequential> {
  const {description, weights} = await readFiles(folder);
  if (createHash('sha256').update(weights).digest('hex') !== sha256) {
    throw errors.modelUnusable(folder, 'its weights are not those that the run saved');
  }

  const {modelTopology, weightsManifest} = description;
  const specs = weightsManifest.flatMap(group => group.weights);
  // A copy of its own begins at an address that 32-bit values can be read from.
  const model = await tf.loadLayersModel(tf.io.fromMemory({modelTopology, weightSpecs: specs, weightData: Uint8Array.from(weights).buffer}));
  return model as tf.Sequential;
}

async function readFiles(folder: string) {
  try {
    const weights = await readFile(path.join(folder, 'weights.bin'));
    const description = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as tf.io.ModelJSON;
    return {weights, description};
  } catch (error) {
    throw errors.modelUnusable(folder, error);
  }
}
