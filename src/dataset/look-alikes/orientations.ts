/** A turn or reflection of a picture: rows and columns swapped first, then turned back to front. */
export type Orientation = {readonly swapped: boolean; readonly flippedX: boolean; readonly flippedY: boolean};

/** The eight ways in which a square can be laid down; the first leaves it as it is. */
export const orientations: readonly Orientation[] = [false, true].flatMap(swapped =>
  [false, true].flatMap(flippedY => [false, true].map(flippedX => ({swapped, flippedX, flippedY}))));
