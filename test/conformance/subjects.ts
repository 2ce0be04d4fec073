import {augmentation} from './augmentation/check.js';
import {backbones} from './backbones/check.js';
import {draws} from './draws/check.js';
import {exported} from './export/check.js';
import {initializers} from './initializers/check.js';
import {layers} from './layers/check.js';
import {losses} from './losses/check.js';
import {optimizers} from './optimizers/check.js';
import {pictures} from './pictures/check.js';
import {preprocessing} from './preprocessing/check.js';
import {schedules} from './schedules/check.js';
import {scores} from './scores/check.js';
import {split} from './split/check.js';
import type {Subject} from './subject.js';
import {takeaway} from './takeaway/check.js';
import {training} from './training/check.js';

/** Everything that is compared with Keras, in the order of the table. */
export const subjects = [
  optimizers,
  schedules,
  layers,
  losses,
  initializers,
  training,
  backbones,
  pictures,
  augmentation,
  draws,
  preprocessing,
  split,
  exported,
  takeaway,
  scores,
] as Subject[];
