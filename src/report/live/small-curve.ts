import type {ExportedEpoch} from '../../domain/exported-run.js';
import {markup, type Html} from '../page/markup.js';

const [width, height] = [600, 48];

/** A run's accuracy so far as two lines without axes, over the epochs that it is to have; nothing before the second. */
export function smallCurve(epochs: readonly ExportedEpoch[], all: number): Html | undefined {
  const values = epochs.flatMap(({accuracy, val_accuracy: validation}) => [accuracy, validation]).filter(value => value !== null);
  if (epochs.length < 2) {
    return undefined;
  }

  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = (epoch: number, value: number) =>
    `${(width * (epoch - 1) / Math.max(1, all - 1)).toFixed(1)},${(height - 3 - ((height - 6) * (value - low) / Math.max(1e-9, high - low))).toFixed(1)}`;
  const line = (key: 'accuracy' | 'val_accuracy') => epochs.flatMap(epoch => epoch[key] === null ? [] : [place(epoch.epoch, epoch[key])]).join(' ');
  return markup`<svg class="small-curve" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="Accuracy by epoch so far, from ${low.toFixed(3)} to ${high.toFixed(3)}"><polyline class="training" points="${line('accuracy')}"/><polyline class="validation" points="${line('val_accuracy')}"/></svg>`;
}
