import {backboneGraph} from '../model/backbones.js';
import {traceGraph} from '../model/backbones/trace-graph.js';
import type {Architecture} from '../model/build-model.js';
import {leadingPoolings} from '../model/backbones/leading-poolings.js';
import type {RunOrder} from '../protocol/messages.js';

/** The network that a run trains: behind a frozen backbone it begins where the kept features end. */
export function networkOf({experiment: {config}, split, seed, weights}: RunOrder): Architecture {
  const {model: {layers, backbone}, image_size: imageSize} = config;
  const common = {classes: split.classes.length, seed};
  if (!backbone) {
    return {...common, layers, imageSize};
  }

  if (backbone.trainable !== false) {
    return {...common, layers, imageSize, backbone: {...backbone, weights}};
  }

  const [height, width, channels] = traceGraph(backboneGraph(backbone.name, weights ? 'file' : 'none'), imageSize).at(-1)!.output;
  const poolings = leadingPoolings(layers);
  return poolings
    ? {...common, layers: layers.slice(1), features: poolings.length * channels}
    : {...common, layers, featureMap: [height, width, channels]};
}
