/** A photo on disk, before anything is known of its bytes. */
export type Picture = {
  /** Relative to the data set's root, with forward slashes. */
  readonly path: string;
  /** Index into the data set's `classes`. */
  readonly classIndex: number;
};

/** Photos and their classes. `pictures` are sorted as Keras sorts them: by class, then by file name. */
export type Dataset = {
  readonly name: string;
  /** Absolute path of the folder that holds the class folders, the photos and their texts, or the list of them. */
  readonly root: string;
  /** Class names in the order of the network's outputs. */
  readonly classes: readonly string[];
  readonly pictures: readonly Picture[];
  /** True for pictures that ablate drew itself: scores on them say nothing about photos. */
  readonly synthetic: boolean;
};

/** A data set's folder, before its pictures are listed. */
export type DatasetLocation = Pick<Dataset, 'name' | 'root' | 'synthetic'> & {
  /** Absolute path of the list that says which photos there are; undefined where the folder itself does. */
  readonly csv?: string;
};

/** A photo whose content is known. */
export type DigestedPicture = Picture & {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string;
};

/** Which photos train and which validate. */
export type Split = {
  /** SHA-256 over the classes and the digests of both parts in order: the same id means the same pictures in the same places. */
  readonly id: string;
  readonly dataset: string;
  readonly root: string;
  readonly classes: readonly string[];
  readonly synthetic: boolean;
  readonly training: readonly DigestedPicture[];
  readonly validation: readonly DigestedPicture[];
};

/** A split as it is kept beside the runs: without the folder where the pictures happened to lie. */
export type StoredSplit = Omit<Split, 'root'>;

/** Decoded pictures: `data` is `[count, size, size, 3]`, RGB, 0 to 255. */
export type Pixels = {
  readonly count: number;
  readonly size: number;
  readonly data: Uint8Array;
};
