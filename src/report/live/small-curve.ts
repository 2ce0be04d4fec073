import type {ExportedEpoch} from '../../domain/exported-run.js';
import {markup, type Html} from '../page/markup.js';

const [width, height] = [600, 48];
// Of each the lowest and the highest are drawn: a point for two of the drawing's units at most.
const steps = 150;

/** A run's accuracy so far as two lines without axes, over the epochs that it is to have; nothing before the second. */
export function smallCurve(epochs: readonly ExportedEpoch[], all: number): Html | undefined {
  const values = epochs.flatMap(({accuracy, val_accuracy: validation}) => [accuracy, validation]).filter(value => value !== null);
  if (epochs.length < 2) {
    return undefined;
  }

  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = (epoch: number, value: number) =>
    `${(width * (epoch - 1) / Math.max(1, all - 1)).toFixed(1)},${(height - 3 - ((height - 6) * (value - low) / Math.max(1e-9, high - low))).toFixed(1)}`;
  const line = (key: 'accuracy' | 'val_accuracy') => thin(epochs.flatMap(epoch => epoch[key] === null ? [] : [{epoch: epoch.epoch, value: epoch[key]}]), all).map(({epoch, value}) => place(epoch, value)).join(' ');
  return markup`<svg class="small-curve" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="Accuracy by epoch so far, from ${low.toFixed(3)} to ${high.toFixed(3)}"><polyline class="training" points="${line('accuracy')}"/><polyline class="validation" points="${line('val_accuracy')}"/></svg>`;
}

type Point = {readonly epoch: number; readonly value: number};

/** So few points that thousands of epochs can be sent each second; a line that is short already stays as it is. */
function thin(points: readonly Point[], all: number): readonly Point[] {
  if (all <= 2 * steps) {
    return points;
  }

  const bySteps = new Map<number, {low: Point; high: Point}>();
  for (const point of points) {
    const step = Math.floor(steps * (point.epoch - 1) / all);
    const {low, high} = bySteps.get(step) ?? {low: point, high: point};
    bySteps.set(step, {low: point.value < low.value ? point : low, high: point.value > high.value ? point : high});
  }

  return [...bySteps.values()].flatMap(({low, high}) => low === high ? [low] : [low, high].toSorted((left, right) => left.epoch - right.epoch));
}
