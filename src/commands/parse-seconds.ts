import {errors} from '../errors.js';
import {parseDuration} from '../files/parse-duration.js';

/** A parser for an option that takes a time, in seconds or with a unit; anything else is a UserError. */
export function parseSeconds(option: string): (value: string) => number {
  return value => {
    const seconds = parseDuration(value);
    if (seconds === undefined) {
      throw errors.badDuration(option, value);
    }

    return seconds;
  };
}
