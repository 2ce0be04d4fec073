import os from 'node:os';
import {fileURLToPath} from 'node:url';
import {findDevices} from '../src/engine/devices.js';

/** The clone. This file runs from build/bench. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Keras is measured on the processor, and so is ablate. */
export const processor = findDevices({cuda: false})[0]!;

export const threads = os.availableParallelism();
