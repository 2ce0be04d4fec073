import type {Kind} from './kind.js';
import {commandLine} from './kinds/command-line.js';
import {databases} from './kinds/databases.js';
import {events} from './kinds/events.js';
import {experiments} from './kinds/experiments.js';
import {features} from './kinds/features.js';
import {hdf5Weights} from './kinds/hdf5-weights.js';
import {histories} from './kinds/histories.js';
import {pictures} from './kinds/pictures.js';
import {runsFolders} from './kinds/runs-folders.js';
import {tfjsWeights} from './kinds/tfjs-weights.js';

/** Everything that is tried, in the order of the report. */
export const kinds = [
  experiments,
  histories,
  pictures,
  hdf5Weights,
  tfjsWeights,
  features,
  events,
  databases,
  runsFolders,
  commandLine,
] as Kind[];
