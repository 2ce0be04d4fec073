/** A place in a picture, in pixels: `[x, y]`, x counting columns and y rows, whole numbers at the pixels' centres. */
export type Point = readonly [x: number, y: number];

/** A rectangle between pixels: it covers the columns from `left` to `left + width`, the first of which begins at 0. */
export type Crop = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A square of whole pixels; it may reach over the picture's edge. */
export type Square = {
  readonly left: number;
  readonly top: number;
  readonly side: number;
};

/** What is drawn for one picture, with the names of ImageDataGenerator's `get_random_transform` where it has them. */
export type PictureChange = {
  /** Degrees. */
  readonly theta: number;
  /** Pixels. */
  readonly tx: number;
  readonly ty: number;
  /** Degrees. */
  readonly shear: number;
  readonly zx: number;
  readonly zy: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
  /** What is added to every value; 0 for none. */
  readonly channelShift: number;
  /** What every value is multiplied by. */
  readonly brightness: number | undefined;
  /** The part that fills the picture. */
  readonly crop: Crop | undefined;
  /** Where the picture's corners go: upper left, upper right, lower right, lower left. */
  readonly corners: readonly [Point, Point, Point, Point] | undefined;
  /** The part that is filled with `cval`. */
  readonly cutout: Square | undefined;
};
