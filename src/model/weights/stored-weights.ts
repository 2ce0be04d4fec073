/** What a file of weights holds, layer by layer, in its order; layers without weights are left out. */
export type StoredWeights = {
  readonly layers: readonly StoredLayer[];
  /** Whether the layers stand in the order of Keras' `model.layers`. */
  readonly isInOrder: boolean;
  /** No value can be read any more. */
  readonly close: () => void;
};

export type StoredLayer = {readonly name: string; readonly weights: readonly StoredWeight[]};

/** One array: `kernel`. */
export type StoredWeight = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly read: () => Float32Array;
};
