/** What a check needs to know of a data set. */
export type DatasetFacts = {readonly name: string; readonly classes: readonly ClassFacts[]};

/** A class, and how many of its photos would train and validate. */
export type ClassFacts = {readonly name: string; readonly training: number; readonly validation: number};
