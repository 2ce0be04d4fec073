/** A picture in memory: `data` is `[height, width, 3]`, RGB, 0 to 255. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
};
