import {readdirSync} from 'node:fs';
import path from 'node:path';
import {readAtMostSync} from '../../files/read-at-most.js';
import {shape} from '../../files/shape.js';
import {keptLookAlikesFile, type KeptLookAlikes} from './kept-look-alikes.js';
import {keptLookAlikesFolder} from './look-alikes-folder.js';

/** A picture of a split, as the database has it. */
export type SplitPicture = {
  readonly subset: 'training' | 'validation';
  /** Relative to the data set's root. */
  readonly path: string;
  /** SHA-256 of the file. */
  readonly digest: string;
};

/** What stands on both sides of a split. */
export type Leak = {
  /** Each validation picture that a training picture is like, with one of these, in the order of the validation pictures. */
  readonly pairs: readonly LeakingPair[];
  /** Which share of the validation pictures these are, 0 to 1. */
  readonly share: number;
};

export type LeakingPair = {readonly validation: string} & Like;

/** A training picture, of the same sight by its pixels or of the same thing by a network's features. */
type Like = {readonly training: string; readonly same: 'sight' | 'thing'};

/** Bytes of what was kept: that of a million pictures, and of their look-alikes. */
const mostBytes = 150_000_000;

const groupsShape = shape.list(shape.list(shape.text));
const keptShape = shape.map({pictures: shape.list(shape.text), sights: groupsShape, things: groupsShape});

/**
What `ablate data check` last found across a split, without a look at any picture. Undefined where it has not looked at all of these
pictures: then nobody knows. All splits of a data set deal out the same pictures, whose look is one small file; only for a part of a data
set, such as some of its classes, are other looks gone through.
*/
export function knownLeak(cache: string, pictures: readonly SplitPicture[]): Leak | undefined {
  const digests = new Set(pictures.map(({digest}) => digest));
  const kept = readKept(keptLookAlikesFile(cache, digests)) ?? readLarger(keptLookAlikesFolder(cache), digests);
  return kept && leakAcross(kept, pictures);
}

/** A look at these pictures and others, as few as may be. */
function readLarger(folder: string, digests: ReadonlySet<string>): KeptLookAlikes | undefined {
  const all = listFiles(folder).map(file => readKept(file)).filter(kept => kept !== undefined);
  return all
    .filter(({pictures}) => pictures.length >= digests.size && holds(new Set(pictures), digests))
    .toSorted((one, other) => one.pictures.length - other.pictures.length)[0];
}

function holds(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return [...some].every(each => all.has(each));
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.json')).map(name => path.join(folder, name));
  } catch {
    return [];
  }
}

function leakAcross(kept: KeptLookAlikes, pictures: readonly SplitPicture[]): Leak {
  const training = new Map(pictures.filter(({subset}) => subset === 'training').map(({digest, path: trained}) => [digest, trained]));
  // Of several reasons the surest stands last.
  const likes = new Map([
    ...kept.things.flatMap(group => likesIn(group, training, 'thing')),
    ...kept.sights.flatMap(group => likesIn(group, training, 'sight')),
    ...[...training].map(([digest, trained]): [string, Like] => [digest, {training: trained, same: 'sight'}]),
  ]);
  const validation = pictures.filter(({subset}) => subset === 'validation');
  const pairs = validation.flatMap(({path: validated, digest}) => {
    const like = likes.get(digest);
    return like ? [{validation: validated, ...like}] : [];
  });
  return {pairs, share: pairs.length / Math.max(validation.length, 1)};
}

/** One training picture for all that are in a group with it. */
function likesIn(group: readonly string[], training: ReadonlyMap<string, string>, same: Like['same']): Array<[string, Like]> {
  const trained = group.map(digest => training.get(digest)).find(found => found !== undefined);
  return trained === undefined ? [] : group.map(digest => [digest, {training: trained, same}]);
}

function readKept(file: string): KeptLookAlikes | undefined {
  try {
    const kept = JSON.parse(readAtMostSync(file, mostBytes).toString('utf8')) as unknown;
    return keptShape(kept) === undefined ? kept as KeptLookAlikes : undefined;
  } catch {
    return undefined;
  }
}
