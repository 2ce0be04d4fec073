import {specialFunctions} from './special-functions.js';

/** The z of which a standard normal variable is at most z with the given probability. */
export const normalQuantile = specialFunctions.normalQuantile;
