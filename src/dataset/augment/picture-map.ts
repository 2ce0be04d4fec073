import type {Crop, PictureChange, Point} from './picture-change.js';

/**
A map of the plane, `[a0, a1, a2, b0, b1, b2, c0, c1]`: it takes the output's (x, y) to the input's
((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k) with k = c0 x + c1 y + 1, x counting columns and y rows.
*/
export type PictureMap = readonly [number, number, number, number, number, number, number, number];

type Row = readonly [number, number, number];

/** Over homogeneous coordinates. */
type Matrix = readonly [Row, Row, Row];

const identity: Matrix = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

/**
From what was drawn to one map. To a picture happens first what Keras does: rotation, shift, shear and zoom about its centre,
multiplied in the order of `apply_affine_transform` (2.15), then the flips; then the crop, then the perspective. A map goes
from output to input, and so takes them in the opposite order.
*/
export function pictureMap(change: PictureChange, height: number, width: number): PictureMap {
  const {flipHorizontal, flipVertical, crop, corners} = change;
  const [[a0, a1, a2], [b0, b1, b2], [c0, c1, scale]] = product(
    affine(change, height, width),
    [[flipHorizontal ? -1 : 1, 0, flipHorizontal ? width - 1 : 0], [0, flipVertical ? -1 : 1, flipVertical ? height - 1 : 0], [0, 0, 1]],
    crop ? fromCrop(crop, height, width) : identity,
    corners ? fromCorners(corners, height, width) : identity,
  );
  return [a0 / scale, a1 / scale, a2 / scale, b0 / scale, b1 / scale, b2 / scale, c0 / scale, c1 / scale];
}

/** Whether a map leaves every pixel where it is. */
export function isIdentity(map: PictureMap): boolean {
  return map.every((value, index) => value === identity.flat()[index]);
}

/** As in Keras `tx`, drawn from height_shift_range, moves along columns, and `ty` along rows. */
function affine({theta, tx, ty, shear, zx, zy}: PictureChange, height: number, width: number): Matrix {
  const [turn, lean] = [radians(theta), radians(shear)];
  const inner = product(
    [[Math.cos(turn), -Math.sin(turn), 0], [Math.sin(turn), Math.cos(turn), 0], [0, 0, 1]],
    [[1, 0, tx], [0, 1, ty], [0, 0, 1]],
    [[1, -Math.sin(lean), 0], [0, Math.cos(lean), 0], [0, 0, 1]],
    [[zx, 0, 0], [0, zy, 0], [0, 0, 1]],
  );
  // Keras' `transform_matrix_offset_center` puts the height first; pictures here are square all the same.
  const [centerX, centerY] = [(height / 2) - 0.5, (width / 2) - 0.5];
  return product([[1, 0, centerX], [0, 1, centerY], [0, 0, 1]], inner, [[1, 0, -centerX], [0, 1, -centerY], [0, 0, 1]]);
}

/** The crop's outline comes from the output's outline, half a pixel beyond the outermost centres. */
function fromCrop(crop: Crop, height: number, width: number): Matrix {
  const [scaleX, scaleY] = [crop.width / width, crop.height / height];
  return [[scaleX, 0, crop.left + (scaleX / 2) - 0.5], [0, scaleY, crop.top + (scaleY / 2) - 0.5], [0, 0, 1]];
}

/** Four corners come from the corners of the picture's outline. */
function fromCorners(corners: readonly [Point, Point, Point, Point], height: number, width: number): Matrix {
  return product([[width, 0, -0.5], [0, height, -0.5], [0, 0, 1]], adjugate(squareToQuad(corners)));
}

/** The unit square onto a quadrilateral (Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3). */
function squareToQuad([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: readonly [Point, Point, Point, Point]): Matrix {
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const determinant = ((x1 - x2) * (y3 - y2)) - ((x3 - x2) * (y1 - y2));
  const g = ((sumX * (y3 - y2)) - ((x3 - x2) * sumY)) / determinant;
  const h = (((x1 - x2) * sumY) - (sumX * (y1 - y2))) / determinant;
  return [
    [x1 - x0 + (g * x1), x3 - x0 + (h * x3), x0],
    [y1 - y0 + (g * y1), y3 - y0 + (h * y3), y0],
    [g, h, 1],
  ];
}

/** The inverse but for a factor, which homogeneous coordinates do not know. */
function adjugate([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  return [
    [(e * i) - (f * h), (c * h) - (b * i), (b * f) - (c * e)],
    [(f * g) - (d * i), (a * i) - (c * g), (c * d) - (a * f)],
    [(d * h) - (e * g), (b * g) - (a * h), (a * e) - (b * d)],
  ];
}

function product(...matrices: readonly Matrix[]): Matrix {
  return matrices.reduce((left, right) => multiply(left, right), identity);
}

function multiply(left: Matrix, [[j, k, l], [m, n, o], [p, q, r]]: Matrix): Matrix {
  const times = ([a, b, c]: Row): Row => [(a * j) + (b * m) + (c * p), (a * k) + (b * n) + (c * q), (a * l) + (b * o) + (c * r)];
  return [times(left[0]), times(left[1]), times(left[2])];
}

function radians(degrees: number): number {
  return degrees * Math.PI / 180;
}
