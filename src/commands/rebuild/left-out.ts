/** What could not be taken into a database: a file in the runs folder, its line where it is one, and why. */
export type LeftOut = {readonly file: string; readonly line?: number; readonly reason: string};
