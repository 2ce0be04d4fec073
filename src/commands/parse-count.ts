import {errors} from '../errors.js';

/** A parser for an option that takes a whole number of at least 1; anything else is a UserError. */
export function parseCount(option: string): (value: string) => number {
  return value => {
    if (!/^[1-9]\d{0,5}$/v.test(value)) {
      throw errors.badCount(option, value);
    }

    return Number(value);
  };
}
