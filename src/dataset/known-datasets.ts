/** What is known of a data set before a single photo of it is on disk. */
export type KnownDataset = {
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  /** Photos by class, in the order of the network's outputs. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where a zip of class folders can be fetched, in the order they are tried. Empty: ablate draws the pictures itself. */
  readonly homes: readonly string[];
  /** True for pictures that ablate drew itself. */
  readonly synthetic: boolean;
};

export type DatasetName = 'trashnet' | 'drawn-litter';

/** The data sets that an experiment file can call by name. */
export const knownDatasets: Readonly<Record<DatasetName, KnownDataset>> = {
  trashnet: {
    name: 'trashnet',
    title: 'TrashNet: photos of litter on a white board, 512x384, by Gary Thung and Mindy Yang (2016)',
    licence: 'MIT',
    counts: {cardboard: 403, glass: 501, metal: 410, paper: 594, plastic: 482, trash: 137},
    homes: [
      'https://github.com/garythung/trashnet/raw/master/data/dataset-resized.zip',
      'https://huggingface.co/datasets/garythung/trashnet/resolve/main/dataset-resized.zip',
    ],
    synthetic: false,
  },
  'drawn-litter': {
    name: 'drawn-litter',
    title: 'Litter as ablate draws it: shapes, not photos, for machines without network',
    licence: 'MIT',
    counts: {cardboard: 60, glass: 60, metal: 60, paper: 60, plastic: 60, trash: 60},
    homes: [],
    synthetic: true,
  },
};

/** The classes of a data set that is called by name, in the order of the network's outputs. */
export function knownClasses(name: DatasetName): readonly string[] {
  return Object.keys(knownDatasets[name].counts);
}

/** Whether a word is the name of a data set rather than a folder. */
export function isDatasetName(word: string): word is DatasetName {
  return Object.hasOwn(knownDatasets, word);
}
