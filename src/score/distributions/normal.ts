import {specialFunctions} from './special-functions.js';

/** The z of which a standard normal variable is at most z with the given probability. */
export function normalQuantile(probability: number): number {
  return specialFunctions.normalQuantile(probability);
}
