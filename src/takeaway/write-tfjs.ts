import {Buffer} from 'node:buffer';
import type {ExportedFile} from '../domain/exported-run.js';
import {kerasTopology, type KerasTopology} from './keras-topology.js';
import type {TakenNetwork} from './taken-network.js';

// As tfjs' own converter cuts weights, for the caches of browsers.
const shardBytes = 4 * 1024 * 1024;

/** A whole layers model for `tf.loadLayersModel`: `model.json`, and the weights in shards beside it. */
export function writeTfjs(network: TakenNetwork, name: string): ExportedFile[] {
  const weights = network.layers.flatMap(layer => layer.weights.map(weight => ({...weight, name: `${layer.name}/${weight.name}`})));
  const bytes = Buffer.concat(weights.map(({values}) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)));
  const count = Math.max(1, Math.ceil(bytes.length / shardBytes));
  const shards = Array.from({length: count}, (_, index) => ({
    path: `group1-shard${index + 1}of${count}.bin`,
    content: bytes.subarray(index * shardBytes, (index + 1) * shardBytes),
  }));
  const description = {
    format: 'layers-model',
    generatedBy: 'ablate',
    convertedBy: null,
    modelTopology: {keras_version: '2.15.0', backend: 'tensorflow', model_config: withoutDraws(kerasTopology(network, name))},
    weightsManifest: [{paths: shards.map(shard => shard.path), weights: weights.map(weight => ({name: weight.name, shape: weight.shape, dtype: 'float32'}))}],
  };
  return [{path: 'model.json', content: JSON.stringify(description)}, ...shards];
}

/** Weights follow at once, and tfjs would draw them one by one before. */
function withoutDraws(topology: KerasTopology): KerasTopology {
  const {layers} = topology.config as {readonly layers: ReadonlyArray<{readonly class_name: string; readonly config: object}>};
  const zeros = {class_name: 'Zeros', config: {}};
  const both = {kernel_initializer: zeros, bias_initializer: zeros};
  const kernels: Readonly<Record<string, object>> = {Conv2D: both, Dense: both, DepthwiseConv2D: {depthwise_initializer: zeros}};
  const undrawn = layers.map(layer => ({...layer, config: {...layer.config, ...kernels[layer.class_name]}}));
  return {...topology, config: {...topology.config, layers: undrawn}};
}
