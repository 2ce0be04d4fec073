import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';

export type SplitRule = ExperimentConfig['split'];

/** A class by name, and how many photos it has. */
export type ClassSize = {readonly name: string; readonly photos: number};

/** Which photos validate: of each class, in the classes' order, places in its sorted list of files. */
export type Chosen = ReadonlyArray<ReadonlySet<number>>;
