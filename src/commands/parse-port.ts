import {errors} from '../errors.js';

/** Takes a port; anything else is a UserError. */
export function parsePort(value: string): number {
  if (!/^\d{1,5}$/v.test(value) || Number(value) > 65_535) {
    throw errors.badPort(value);
  }

  return Number(value);
}
