import type {BackboneName} from '../domain/backbone.js';
import type {WeightsFile} from '../domain/weights.js';
import {backboneGraph} from '../model/backbones.js';
import {matchWeights} from '../model/weights/match-weights.js';
import {readH5} from '../model/weights/read-h5.js';
import {readTfjs} from '../model/weights/read-tfjs.js';
import type {TakenWeight} from './taken-network.js';

const readers = {h5: readH5, tfjs: readTfjs};

/** A backbone's weights from the file that it begins from, by Keras' names. Throws a UserError where the file lacks any. */
export async function readFrozen(name: BackboneName, {path, format}: WeightsFile): Promise<Map<string, TakenWeight>> {
  const stored = await readers[format](path);
  try {
    const matches = matchWeights(path, backboneGraph(name), stored);
    return new Map([...matches].map(([key, {shape, read}]) => [key, {name: key, shape, values: read()}]));
  } finally {
    stored.close();
  }
}
