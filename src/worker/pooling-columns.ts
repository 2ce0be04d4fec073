import type {Pooling} from '../model/backbones/leading-poolings.js';

/** Where each pooling stands among a photo's `width` values, as poolMaps has them: means before maxima. */
export function poolingColumns(poolings: readonly Pooling[], width: number): ReadonlyArray<readonly [start: number, end: number]> {
  const channels = width / 2;
  return poolings.map(pooling => pooling === 'mean' ? [0, channels] : [channels, width]);
}
