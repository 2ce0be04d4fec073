import {readAtMostSync} from '../../files/read-at-most.js';
import {shape} from '../../files/shape.js';
import {keptLookAlikesFile, type KeptLookAlikes} from './kept-look-alikes.js';

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

/** Bytes of what was kept: that of a million pictures with look-alikes. */
const mostBytes = 100_000_000;

const groupsShape = shape.list(shape.list(shape.text));
const keptShape = shape.map({sights: groupsShape, things: groupsShape});

/**
What `ablate data check` last found across a split, without a look at any picture. Undefined where it has not looked at exactly these
pictures: then nobody knows. All splits of a data set deal out the same pictures, and share what was found.
*/
export function knownLeak(cache: string, pictures: readonly SplitPicture[]): Leak | undefined {
  const kept = readKept(keptLookAlikesFile(cache, pictures.map(({digest}) => digest)));
  return kept && leakAcross(kept, pictures);
}

function leakAcross(kept: KeptLookAlikes, pictures: readonly SplitPicture[]): Leak {
  const training = new Map(pictures.filter(({subset}) => subset === 'training').map(({digest, path}) => [digest, path]));
  // Of several reasons the surest stands last.
  const likes = new Map([
    ...kept.things.flatMap(group => likesIn(group, training, 'thing')),
    ...kept.sights.flatMap(group => likesIn(group, training, 'sight')),
    ...[...training].map(([digest, path]): [string, Like] => [digest, {training: path, same: 'sight'}]),
  ]);
  const validation = pictures.filter(({subset}) => subset === 'validation');
  const pairs = validation.flatMap(({path, digest}) => {
    const like = likes.get(digest);
    return like ? [{validation: path, ...like}] : [];
  });
  return {pairs, share: pairs.length / Math.max(validation.length, 1)};
}

/** One training picture for all that are in a group with it. */
function likesIn(group: readonly string[], training: ReadonlyMap<string, string>, same: Like['same']): Array<[string, Like]> {
  const trained = group.map(digest => training.get(digest)).find(path => path !== undefined);
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
