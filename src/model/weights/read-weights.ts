import tf from '../../engine/tfjs.js';
import type {BackboneGraph} from '../../domain/backbone.js';
import type {WeightsFile} from '../../domain/weights.js';
import {errors, UserError} from '../../errors.js';
import type {BackboneWeights} from './backbone-weights.js';
import {digestWeights} from './digest-weights.js';
import {matchWeights} from './match-weights.js';
import {readH5} from './read-h5.js';
import {readTfjs} from './read-tfjs.js';

const readers = {h5: readH5, tfjs: readTfjs};

/**
The weights of every layer of the graph, from a file; throws where it lacks one or has it in another shape, and where its bytes are
others than those that the run was planned with: its fingerprint and the features that are kept would name weights that it never had.
*/
export async function readWeights({path, format, sha256}: WeightsFile, graph: BackboneGraph): Promise<BackboneWeights> {
  if (await digestNow(path, format) !== sha256) {
    throw errors.weightsChanged(path);
  }

  const stored = await readers[format](path);
  try {
    const matches = matchWeights(path, graph, stored);
    return new Map([...matches].map(([name, {shape, read}]) => [name, tf.tensor(read(), [...shape], 'float32')]));
  } catch (error) {
    // A file may begin well, and be damaged where its numbers lie.
    throw error instanceof UserError ? error : errors.unreadableWeights(path, error);
  } finally {
    stored.close();
  }
}

// From the bytes, not from memory: they are about to be read anyway, and a copy may keep a file's size and time.
async function digestNow(path: string, format: WeightsFile['format']): Promise<string> {
  try {
    const {sha256} = await digestWeights({path, format});
    return sha256;
  } catch (error) {
    throw errors.unreadableWeights(path, error);
  }
}
