import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** What no single value of `augment` shows: ranges that end before they begin, and shifts that Keras takes for something else. */
export function checkAugment({augment}: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  const {zoom_range: zoom, brightness_range: brightness, random_crop: crop} = augment;
  const problemsAt = (key: string, message: string | undefined) => {
    const path = ['augment', ...key.split('.')];
    return message === undefined ? [] : [{key: path.join('.'), message, place: placeAt(tree, path)}];
  };

  return [
    ...problemsAt('zoom_range', describeOrder(typeof zoom === 'number' ? undefined : zoom)),
    ...problemsAt('brightness_range', describeOrder(brightness)),
    ...problemsAt('random_crop.scale', describeOrder(crop?.scale)),
    ...problemsAt('random_crop.ratio', describeOrder(crop?.ratio)),
    ...problemsAt('width_shift_range', describeShift(augment.width_shift_range, 'width')),
    ...problemsAt('height_shift_range', describeShift(augment.height_shift_range, 'height')),
  ];
}

function describeOrder(range: readonly [number, number] | undefined): string | undefined {
  return range && range[0] > range[1] ? `the range ends at ${range[1]}, before it begins. Write [${range[1]}, ${range[0]}].` : undefined;
}

function describeShift(range: number | readonly number[], side: string): string | undefined {
  if (typeof range === 'number') {
    return range === 1
      ? '1 moves nothing: as in Keras a whole number n shifts by whole pixels below n. Write 2 for up to a pixel, or a share below 1.'
      : undefined;
  }

  const beyond = range.find(value => value <= -1);
  return beyond !== undefined && Math.max(...range) < 1
    ? `${beyond} would be ${-beyond} times the ${side}: where no value is 1 or more, as in Keras all are shares. Leave the sign away, which is drawn.`
    : undefined;
}
