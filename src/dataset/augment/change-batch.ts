import tf from '../../engine/tfjs.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {cutOut} from './cut-out.js';
import type {PictureChange} from './picture-change.js';
import {isIdentity, pictureMap} from './picture-map.js';
import {scaleBrightness} from './scale-brightness.js';
import {shiftChannels} from './shift-channels.js';
import {transformBatch} from './transform-batch.js';

/**
Does to each picture of a batch what was drawn for it, in Keras' order: geometry, channel shift, brightness; then cutout.
Float32 `[n, height, width, 3]`, 0 to 255, → a new tensor of that shape.
*/
export function changeBatch(
  batch: tf.Tensor4D,
  changes: readonly PictureChange[],
  {fill_mode: fillMode, cval}: Pick<ExperimentConfig['augment'], 'fill_mode' | 'cval'>,
): tf.Tensor4D {
  const [, height, width] = batch.shape;
  const maps = changes.map(change => pictureMap(change, height, width));
  const shifts = changes.map(({channelShift}) => channelShift);
  const factors = changes.map(({brightness}) => brightness);
  const squares = changes.map(({cutout}) => cutout);
  return tf.tidy(() => {
    const moved = maps.every(map => isIdentity(map)) ? tf.clone(batch) : transformBatch(batch, maps, fillMode, cval);
    const shifted = shifts.every(shift => shift === 0) ? moved : shiftChannels(moved, shifts);
    const lit = factors.every(factor => factor === undefined) ? shifted : scaleBrightness(shifted, factors.map(factor => factor ?? 1));
    return squares.every(square => square === undefined) ? lit : cutOut(lit, squares, cval);
  });
}
