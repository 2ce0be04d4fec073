/**
A map of the plane in homogeneous coordinates, its two upper rows: `[a0, a1, a2, b0, b1, b2]` takes the output's
(x, y) to the input's (a0 x + a1 y + a2, b0 x + b1 y + b2), x counting columns and y rows.
*/
export type AffineMap = readonly [number, number, number, number, number, number];

/** What is drawn for one picture, with the names of ImageDataGenerator's `get_random_transform`. */
export type TransformParameters = {
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
};

const identity: AffineMap = [1, 0, 0, 0, 1, 0];

/**
From drawn parameters to one map: rotation, shift, shear and zoom about the picture's centre, multiplied in the order
of Keras' `apply_affine_transform` (2.15), then the flips, which Keras does afterwards and so come in first here, where
output coordinates do. As in Keras `tx`, drawn from height_shift_range, moves along columns, and `ty` along rows.
*/
export function affineMap(parameters: TransformParameters, height: number, width: number): AffineMap {
  const {theta, tx, ty, shear, zx, zy, flipHorizontal, flipVertical} = parameters;
  const [turn, lean] = [radians(theta), radians(shear)];
  const inner = product(
    [Math.cos(turn), -Math.sin(turn), 0, Math.sin(turn), Math.cos(turn), 0],
    [1, 0, tx, 0, 1, ty],
    [1, -Math.sin(lean), 0, 0, Math.cos(lean), 0],
    [zx, 0, 0, 0, zy, 0],
  );
  // Keras' `transform_matrix_offset_center` puts the height first; pictures here are square all the same.
  const [centerX, centerY] = [(height / 2) - 0.5, (width / 2) - 0.5];
  return product(
    [1, 0, centerX, 0, 1, centerY],
    inner,
    [1, 0, -centerX, 0, 1, -centerY],
    [flipHorizontal ? -1 : 1, 0, flipHorizontal ? width - 1 : 0, 0, flipVertical ? -1 : 1, flipVertical ? height - 1 : 0],
  );
}

function product(...maps: readonly AffineMap[]): AffineMap {
  return maps.reduce((left, right) => multiply(left, right), identity);
}

function multiply([a, b, c, d, e, f]: AffineMap, [g, h, i, j, k, l]: AffineMap): AffineMap {
  return [
    (a * g) + (b * j),
    (a * h) + (b * k),
    (a * i) + (b * l) + c,
    (d * g) + (e * j),
    (d * h) + (e * k),
    (d * i) + (e * l) + f,
  ];
}

function radians(degrees: number): number {
  return degrees * Math.PI / 180;
}
