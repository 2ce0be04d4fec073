import os from 'node:os';
import path from 'node:path';
import {reason} from '../errors.js';
import {examinePicture, type Finding, type Oddity} from './examine-picture.js';
import {listClasses} from './list-classes.js';
import {listLeftOut, type LeftOut} from './list-left-out.js';
import {findLookAlikes} from './look-alikes/find-look-alikes.js';
import {keepLookAlikes} from './look-alikes/keep-look-alikes.js';
import {mapConcurrently} from './map-concurrently.js';
import {compareFeatures, type FeatureComparison} from './neighbours/compare-features.js';
import type {Vectors} from './neighbours/vectors.js';
import {keras} from './split/keras.js';

export type CheckOrder = {
  readonly name: string;
  /** Absolute path of the data set's folder. */
  readonly root: string;
  /** Absolute path of the list that says which photos there are, if one does. */
  readonly csv?: string | undefined;
  /** The classes that must be there; default: the folders that are. */
  readonly classes?: readonly string[];
  /** The share of each class that validates, for the counts: those of `split.method: keras`. */
  readonly validation: number;
  /** The cache's folder, where the look-alikes are kept. */
  readonly cache: string;
  /** What a network saw in pictures, given as digests; undefined where that is not known of all. */
  readonly featuresOf: (digests: readonly string[]) => Promise<KnownFeatures | undefined>;
  readonly onProgress?: (done: number, total: number, what: 'photos' | 'photos compared') => void;
};

/** Features, and in words what they are of. */
export type KnownFeatures = Vectors & {readonly of: string};

/** What a look at every picture of a data set found. Paths are relative to its root. */
export type PictureCheck = {
  readonly name: string;
  readonly root: string;
  readonly classes: ReadonlyArray<{readonly name: string; readonly training: number; readonly validation: number}>;
  /** A run would stop on these: damaged, cut short, or no pictures at all. */
  readonly unreadable: readonly FaultyPicture[];
  /** These are read, but not without complaint: part of the picture may be noise. */
  readonly suspect: readonly FaultyPicture[];
  /** Pictures of one and the same sight, a group each. */
  readonly look_alikes: readonly LookAlikes[];
  /** What features tell beside; null where no network's are known of all pictures. */
  readonly by_features: FeatureFindings | null;
  /** Readable pictures out of the ordinary, counted by what is. */
  readonly odd: Readonly<Record<Oddity, number>>;
  readonly left_out: LeftOut;
  /** Why the look-alikes could not be kept; null where they were. */
  readonly not_kept: string | null;
};

/** A class and the part of the split for each of its pictures; what stands on both sides makes a score too high. */
export type LookAlikes = readonly PlacedPicture[];

type PlacedPicture = {readonly path: string; readonly class: string; readonly part: 'training' | 'validation'};

export type FeatureFindings = {
  /** Whose features, in words. */
  readonly of: string;
  /** Pictures of one and the same thing that are not all of one sight, a group each. */
  readonly same_things: readonly LookAlikes[];
  /** The most suspicious first. */
  readonly doubtful_labels: readonly DoubtfulPicture[];
};

/** A picture of whose `neighbours` nearest ones `agreeing` carry the label `likely`, and `own` its own. */
export type DoubtfulPicture = PlacedPicture & {
  readonly likely: string;
  readonly agreeing: number;
  readonly own: number;
  readonly neighbours: number;
  /** Path of the nearest one with the likely label. */
  readonly nearest: string;
};

export type FaultyPicture = {readonly path: string; readonly reason: string};

/**
Decodes every picture of a data set, and says what is wrong or odd. Empty and missing classes are counted, not thrown. Which pictures look
alike is kept in the cache, for `knownLeak`.
*/
export async function checkPictures({name, root, csv, classes, validation, cache, featuresOf, onProgress}: CheckOrder): Promise<PictureCheck> {
  const folders = await listClasses({root, csv});
  const names = classes ?? folders.map(folder => folder.name);
  const chosen = names.map(wanted => folders.find(folder => folder.name === wanted) ?? {name: wanted, pictures: []});
  const validating = keras(chosen.map(folder => ({name: folder.name, photos: folder.pictures.length})), {validation});
  const placed = chosen.flatMap(({name: className, pictures}, index) => pictures.map((picture, place) =>
    ({path: picture, class: className, part: validating[index]!.has(place) ? 'validation' as const : 'training' as const})));
  const findings = await examineAll(root, placed.map(picture => picture.path), onProgress);
  const alike = await findLookAlikes(findings.map(({thumbnail}) => thumbnail));
  const digests = findings.flatMap(({digest}) => digest ?? []);
  // What cannot even be read makes another set of pictures of it as soon as it can.
  const isWhole = digests.length === findings.length;
  const features = isWhole ? await featuresOf(digests) : undefined;
  const compared = features && await compareFeatures(features, placed.map(picture => picture.class), alike, (done, total) => {
    onProgress?.(done, total, 'photos compared');
  });
  return {
    name,
    root,
    classes: chosen.map(({name: className, pictures}, index) => {
      const {size} = validating[index]!;
      return {name: className, training: pictures.length - size, validation: size};
    }),
    look_alikes: alike.map(group => group.map(index => placed[index]!)),
    by_features: compared ? describeComparison(placed, {of: features.of, ...compared}) : null,
    unreadable: listFaulty(placed, findings, 'unreadable'),
    suspect: listFaulty(placed, findings, 'suspect'),
    left_out: await listLeftOut({root, csv}, new Set(placed.map(picture => picture.path))),
    odd: countOdd(findings),
    not_kept: isWhole ? await keep(cache, digests, alike, compared?.sameThings ?? []) : 'pictures that cannot be read',
  };
}

async function examineAll(root: string, paths: readonly string[], onProgress: CheckOrder['onProgress']): Promise<readonly Finding[]> {
  let done = 0;
  const findings = await mapConcurrently(paths, Math.min(Math.max(os.availableParallelism(), 2), 4), async picture => {
    const finding = await examinePicture(path.join(root, picture));
    onProgress?.(++done, paths.length, 'photos');
    return finding;
  });
  for (const [index, picture] of paths.entries()) {
    if (!isFine(findings[index]!)) {
      // Again, alone: vips keeps one text of errors for all that is decoded at the time.
      findings[index] = await examinePicture(path.join(root, picture));
    }
  }

  return findings;
}

function isFine({unreadable, suspect}: Finding): boolean {
  return unreadable === undefined && suspect === undefined;
}

function listFaulty(placed: LookAlikes, findings: readonly Finding[], fault: 'unreadable' | 'suspect'): FaultyPicture[] {
  return findings.flatMap((finding, index) => finding[fault] === undefined ? [] : [{path: placed[index]!.path, reason: finding[fault]}]);
}

function countOdd(findings: readonly Finding[]): Readonly<Record<Oddity, number>> {
  const count = (oddity: Oddity) => findings.filter(({oddities}) => oddities.includes(oddity)).length;
  return {
    grey: count('grey'), alpha: count('alpha'), cmyk: count('cmyk'),
    sixteen_bit: count('sixteen_bit'), turned: count('turned'), animated: count('animated'),
  };
}

function describeComparison(placed: LookAlikes, {of, sameThings, doubtfulLabels}: FeatureComparison & {readonly of: string}): FeatureFindings {
  return {
    of,
    same_things: sameThings.map(group => group.map(index => placed[index]!)),
    doubtful_labels: doubtfulLabels.map(({index, nearest, ...found}) => ({...placed[index]!, ...found, nearest: placed[nearest]!.path})),
  };
}

/** Why that could not be, if so: whoever looks at the findings has them all the same. */
async function keep(cache: string, pictures: readonly string[], sights: readonly number[][], things: readonly number[][]): Promise<string | null> {
  const toDigests = (groups: readonly number[][]) => groups.map(group => group.map(index => pictures[index]!));
  const look = {pictures, sights: toDigests(sights), things: toDigests(things)};
  return keepLookAlikes(cache, look).then(() => null, (error: unknown) => reason(error));
}
