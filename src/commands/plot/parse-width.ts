import {errors} from '../../errors.js';

/** Millimetres that a picture can be printed at. Throws a UserError for anything else. */
export function parseWidth(given: string): number {
  const width = Number(given);
  if (!(width >= 50 && width <= 1000)) {
    throw errors.badWidth(given);
  }

  return width;
}
