/** A picture's features each, `[pictures, width]`. */
export type Vectors = {readonly values: Float32Array; readonly width: number};
