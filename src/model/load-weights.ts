import type {BackboneGraph} from '../domain/backbone.js';
import type {WeightsFile} from '../domain/weights.js';
import {Random} from '../engine/random.js';
import type {BackboneWeights} from './weights/backbone-weights.js';
import {drawWeights} from './weights/draw-weights.js';
import {readWeights} from './weights/read-weights.js';

/** A backbone's weights: those of the file, or without one those that the run's seed draws. The caller disposes of them. */
export async function loadWeights(graph: BackboneGraph, file: WeightsFile | undefined, seed: number): Promise<BackboneWeights> {
  return file ? readWeights(file, graph) : drawWeights(graph, Random.fromSeed(seed).fork('backbone').integer(2 ** 31));
}
