/** A file of a backbone's weights that lies on this machine. */
export type WeightsFile = {
  /** Absolute path: of the `.h5`, or of the `model.json` of a tfjs layers model, whose shards lie beside it. */
  readonly path: string;
  readonly format: 'h5' | 'tfjs';
  /** SHA-256, hexadecimal: of the `.h5`; of a tfjs layers model over its shards' bytes and which weight each of them is of. */
  readonly sha256: string;
};

/** Weights that a backbone is to begin from, and that are not on this machine or cannot be used. */
export type MissingWeights = {
  readonly backbone: string;
  /** The file that the experiment names; undefined where it asks for `imagenet`. */
  readonly named?: string;
  /** The files of which any one would do, in the order they are looked for. */
  readonly looked: readonly string[];
  /** What lies in such a place, and why it is not it. */
  readonly refused: ReadonlyArray<{readonly file: string; readonly reason: string}>;
  /** Where the published file can be fetched by hand. */
  readonly address?: string;
};
