import {errors} from '../errors.js';

/** A parser for an option that takes minutes, also parts of one; anything else is a UserError. */
export function parseMinutes(option: string): (value: string) => number {
  return value => {
    if (!/^\d{1,6}(?:\.\d+)?$/v.test(value)) {
      throw errors.badMinutes(option, value);
    }

    return Number(value);
  };
}
