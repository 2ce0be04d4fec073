import type tf from '../engine/tfjs.js';
import {BatchNormalization} from './layers/batch_normalization.js';
import {Branches} from './layers/concatenate.js';
import {TrainableBackbone} from './trainable/trainable-layer.js';

/** Whether a picture's way through these layers in training depends on the others of its batch: where batch normalisation trains. */
export function mixesPictures(layers: readonly tf.layers.Layer[]): boolean {
  return layers.some(layer => {
    if (layer instanceof Branches) {
      return mixesPictures(layer.branches);
    }

    return layer instanceof TrainableBackbone ? layer.mixesPictures : layer instanceof BatchNormalization && layer.trainable;
  });
}
