import {optimizers} from './optimizers/check.js';
import {pictures} from './pictures/check.js';
import type {Subject} from './subject.js';

/** Everything that is compared with Keras, in the order of the table. */
export const subjects = [
  optimizers,
  pictures,
] as Subject[];
