import tf from '@tensorflow/tfjs';
import type {BackboneGraph} from '../../domain/backbone.js';
import type {WeightsFile} from '../../domain/weights.js';
import type {BackboneWeights} from './backbone-weights.js';
import {matchWeights} from './match-weights.js';
import {readH5} from './read-h5.js';
import {readTfjs} from './read-tfjs.js';

const readers = {h5: readH5, tfjs: readTfjs};

/** The weights of every layer of the graph, from a file; throws where it lacks one or has it in another shape. */
export async function readWeights({path, format}: WeightsFile, graph: BackboneGraph): Promise<BackboneWeights> {
  const stored = await readers[format](path);
  try {
    const matches = matchWeights(path, graph, stored);
    return new Map([...matches].map(([name, {shape, read}]) => [name, tf.tensor(read(), [...shape], 'float32')]));
  } finally {
    stored.close();
  }
}
