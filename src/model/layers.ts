import type tf from '../engine/tfjs.js';
import type {Layer} from '../domain/generated/experiment-config.js';
import type {LayerContext} from './layer-context.js';
import {activation} from './layers/activation.js';
import {averagePooling2d} from './layers/average_pooling2d.js';
import {batchNormalization} from './layers/batch_normalization.js';
import {concatenate} from './layers/concatenate.js';
import {conv2d} from './layers/conv2d.js';
import {dense} from './layers/dense.js';
import {dropout} from './layers/dropout.js';
import {flatten} from './layers/flatten.js';
import {globalAveragePooling2d} from './layers/global_average_pooling2d.js';
import {globalMaxPooling2d} from './layers/global_max_pooling2d.js';
import {maxPooling2d} from './layers/max_pooling2d.js';

type Builders = {[Kind in keyof Layer]-?: (options: NonNullable<Layer[Kind]>, context: LayerContext) => tf.layers.Layer};

/** Every layer that an experiment file can name, by its key. */
export const layers: Builders = {
  conv2d,
  max_pooling2d: maxPooling2d,
  average_pooling2d: averagePooling2d,
  global_average_pooling2d: globalAveragePooling2d,
  global_max_pooling2d: globalMaxPooling2d,
  concatenate,
  flatten,
  dense,
  batch_normalization: batchNormalization,
  activation,
  dropout,
};
