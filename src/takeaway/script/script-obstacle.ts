import type {StoredSplit} from '../../domain/dataset.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';

type Row = {readonly config: Pick<ExperimentConfig, 'augment'>; readonly split: Pick<StoredSplit, 'classes' | 'training' | 'validation'>};

/** What of a row Keras' own ImageDataGenerator and applications have no counterpart of, in words; undefined where they have all. */
export function scriptObstacle({config: {augment}, split}: Row): string | undefined {
  const {perspective_range: perspective, random_crop: crop, cutout} = augment;
  const named = [perspective > 0 && 'perspective_range', crop && 'random_crop', cutout > 0 && 'cutout'].filter(Boolean);
  if (named.length > 0) {
    return `Keras' ImageDataGenerator has no augment.${named.join(' and no augment.')}`;
  }

  const isInFolder = ({path, classIndex}: StoredSplit['training'][number]) => path.startsWith(`${split.classes[classIndex]!}/`);
  return [...split.training, ...split.validation].every(picture => isInFolder(picture))
    ? undefined
    : 'its photos do not lie in a folder for each class, which Keras\' flow_from_directory wants';
}
