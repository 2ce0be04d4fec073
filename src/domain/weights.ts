/** A file of a backbone's weights that lies on this machine. */
export type WeightsFile = {
  /** Absolute path: of the `.h5`, or of the `model.json` of a tfjs layers model, whose shards lie beside it. */
  readonly path: string;
  readonly format: 'h5' | 'tfjs';
  /** SHA-256 over the weights' bytes (of all shards in order, where there are several), hexadecimal. */
  readonly sha256: string;
};
