/** Something that was named and cannot be used, and why. */
export type Fault = {readonly path: string; readonly reason: string};
