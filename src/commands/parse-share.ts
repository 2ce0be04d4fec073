import {errors} from '../errors.js';

/** A parser for an option that takes a share above 0 and below 1; anything else is a UserError. */
export function parseShare(option: string): (value: string) => number {
  return value => {
    const share = Number(value);
    if (!(share > 0 && share < 1)) {
      throw errors.badShare(option, value);
    }

    return share;
  };
}
