import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';

/** What of a row Keras' own ImageDataGenerator and applications have no counterpart of, in words; undefined where they have all. */
export function scriptObstacle({augment}: Pick<ExperimentConfig, 'augment'>): string | undefined {
  const {perspective_range: perspective, random_crop: crop, cutout} = augment;
  const named = [perspective > 0 && 'perspective_range', crop && 'random_crop', cutout > 0 && 'cutout'].filter(Boolean);
  return named.length > 0 ? `Keras' ImageDataGenerator has no augment.${named.join(' and no augment.')}` : undefined;
}
