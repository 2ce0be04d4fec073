import type {Layer} from '../../domain/generated/experiment-config.js';

/** What is kept of each channel of a feature map. */
export type Pooling = 'mean' | 'maximum';

/**
What the first layer makes of a feature map where it is a global pooling, or several side by side; undefined where it is anything
else. Pooled like this a photo's features are few enough to be kept.
*/
export function leadingPoolings([first]: readonly Layer[]): readonly Pooling[] | undefined {
  const branches = first?.concatenate ?? (first ? [first] : []);
  const poolings = branches.map(branch => poolingOf(branch));
  return poolings.length > 0 && poolings.every(pooling => pooling !== undefined) ? poolings : undefined;
}

function poolingOf(layer: Layer): Pooling | undefined {
  return layer.global_average_pooling2d ? 'mean' : (layer.global_max_pooling2d ? 'maximum' : undefined);
}
