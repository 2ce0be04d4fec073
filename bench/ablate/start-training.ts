import type tf from '../../src/engine/tfjs.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {buildModel, type NetworkInput} from '../../src/model/build-model.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';

/** A model and its optimizer, as a run has them; on pictures where nothing else is said. */
export async function startTraining(config: ExperimentConfig, classes: number, input?: NetworkInput) {
  const model = await buildModel({layers: config.model.layers, ...input ?? {imageSize: config.image_size}, classes, seed: 0});
  const optimizer = createOptimizer(config.optimizer, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  return {model, optimizer};
}
