import type {BackboneGraph, BackboneName} from '../domain/backbone.js';
import {efficientnetB0} from './backbones/efficientnet_b0.js';
import {efficientnetB5} from './backbones/efficientnet_b5.js';
import {inceptionV3} from './backbones/inception_v3.js';
import {mobilenetV2} from './backbones/mobilenet_v2.js';
import {resnet50} from './backbones/resnet50.js';

/** Every backbone that an experiment file can name. `pretrained`: with what Keras adds for ImageNet's weights alone. */
export const backbones: Readonly<Record<BackboneName, (pretrained: boolean) => BackboneGraph>> = {
  efficientnet_b0: efficientnetB0,
  efficientnet_b5: efficientnetB5,
  inception_v3: inceptionV3,
  mobilenet_v2: mobilenetV2,
  resnet50,
};

const built = new Map<string, BackboneGraph>();

/** A backbone's graph, for weights that come from a file (ImageNet's are one), or for `none`. */
export function backboneGraph(name: BackboneName, weights: 'file' | 'none' = 'file'): BackboneGraph {
  const key = `${name} ${weights}`;
  const graph = built.get(key) ?? backbones[name](weights === 'file');
  built.set(key, graph);
  return graph;
}
