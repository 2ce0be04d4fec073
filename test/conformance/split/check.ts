import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {findDataset} from '../../../src/dataset/find-dataset.js';
import {splitDataset} from '../../../src/dataset/split-dataset.js';
import type {Finding, Subject} from '../subject.js';

/** By validation share, the files of both parts, in their order. */
type Splits = Readonly<Record<string, {readonly training: readonly string[]; readonly validation: readonly string[]}>>;

type Answers = {
  readonly photos: Splits;
  readonly awkward: {
    readonly files: readonly string[];
    /** From link to target. */
    readonly links: Readonly<Record<string, string>>;
    readonly splits: Splits;
  };
};

// Keras takes these, and fails on most of them: the notes of file browsers and notebooks. ablate passes over them.
const hidden = ['glass/._photo1.jpg', 'glass/.photo.jpg', 'glass/.cache/photo.jpg', '.ipynb_checkpoints/photo.jpg', '__MACOSX/glass/photo.jpg'];

/** The same files train and validate, in the same order, as with flow_from_directory. */
export const split: Subject<Answers> = {
  name: 'split',
  async check({photos: ofPhotos, awkward: {files, links, splits}}, photos) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-split-'));
    try {
      await make(folder, [...files, ...hidden], links);
      return [
        ...await compare('photos', photos, ofPhotos),
        ...await compare('awkward names', folder, splits),
      ];
    } finally {
      await rm(folder, {recursive: true});
    }
  },
};

async function make(folder: string, files: readonly string[], links: Readonly<Record<string, string>>): Promise<void> {
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file)), {recursive: true});
    await writeFile(path.join(folder, file), '');
  }

  for (const [link, target] of Object.entries(links)) {
    await symlink(target, path.join(folder, link));
  }
}

async function compare(title: string, folder: string, splits: Splits): Promise<Finding[]> {
  const dataset = await findDataset({path: folder}, {cwd: '/', env: {}, cache: ''});
  const pictures = dataset.pictures.map(picture => ({...picture, digest: picture.path}));
  return Object.entries(splits).map(([share, {training, validation}]) => {
    const ours = splitDataset(dataset, pictures, {method: 'keras', validation: Number(share)});
    const misplaced = (part: 'training' | 'validation', theirs: readonly string[]) => countMisplaced(ours[part].map(picture => picture.path), theirs);
    return {
      what: `${title}, validation_split=${share}: ${training.length} train, ${validation.length} validate`,
      measure: 'files missing, added or at another place',
      difference: misplaced('training', training) + misplaced('validation', validation),
      bar: 0,
    };
  });
}

function countMisplaced(ours: readonly string[], theirs: readonly string[]): number {
  const places = Array.from({length: Math.max(ours.length, theirs.length)}, (_, index) => index);
  return places.filter(place => ours[place] !== theirs[place]).length;
}
