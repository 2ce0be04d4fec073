import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {BackboneName} from '../../domain/backbone.js';
import type {MissingWeights, WeightsFile} from '../../domain/weights.js';
import {inspectWeights} from './inspect-weights.js';
import {knownWeights, type WeightsSource, type WeightsTable} from './known-weights.js';
import {publishedDifference} from './published-difference.js';

/** Where weights are looked for. */
export type WeightsPlaces = {
  /** The working folder, for `./weights` and for relative paths. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The shared cache's folder. */
  readonly cache: string;
};

/** What an experiment's `model.backbone` says of its weights. */
export type WeightsReference = {
  readonly name: BackboneName;
  /** `imagenet`, `none`, or a file's path. */
  readonly weights: string;
};

/** Published weights that are on this machine. */
export type FoundWeights = {
  readonly weights: WeightsFile;
  readonly source: WeightsSource;
};

export type WeightsSearch = {readonly found: FoundWeights} | {readonly missing: MissingWeights};

/** The file that a backbone begins from, its bytes verified or digested, or what is missing, to be told of with all that is; neither for `none`. */
export async function lookForWeights(
  {name, weights: reference}: WeightsReference,
  places: WeightsPlaces,
): Promise<{readonly weights?: WeightsFile; readonly missing?: MissingWeights}> {
  if (reference === 'none') {
    return {};
  }

  if (reference === 'imagenet') {
    const search = await searchPublished(name, places);
    return 'found' in search ? {weights: search.found.weights} : search;
  }

  const file = path.resolve(places.cwd, reference);
  try {
    return {weights: toWeightsFile(await inspectWeights(file, places.cache))};
  } catch (error) {
    return {missing: {backbone: name, named: file, looked: [file], refused: [{file, reason: (error as Error).message}]}};
  }
}

/** Looks for each source's published weights in every place, under their published names; what has another checksum is not taken for them. */
export async function searchPublished(name: BackboneName, places: WeightsPlaces, table: WeightsTable = knownWeights): Promise<WeightsSearch> {
  const {sources} = table[name];
  const folders = weightsFolders(name, places);
  // Keras' file in the last place before a package's in the first: which weights a run begins from must not hang on where they lie.
  const candidates = sources.flatMap(source => folders.map(folder => ({source, file: path.join(folder, source.file)})));
  const refused: Array<{file: string; reason: string}> = [];
  for (const {source, file} of candidates) {
    if (await isThere(file)) {
      const {weights, reason} = await openPublished(file, source, places.cache);
      if (weights) {
        return {found: {weights, source}};
      }

      refused.push({file, reason});
    }
  }

  return {missing: {backbone: name, looked: candidates.map(({file}) => file), refused, address: sources[0].address}};
}

/** The folders in which a backbone's published weights are looked for, first to last; the last is where they are fetched to. */
export function weightsFolders(name: BackboneName, {cwd, env: {ABLATE_WEIGHTS: own}, cache}: WeightsPlaces): readonly string[] {
  return [...own ? [path.resolve(cwd, own)] : [], path.join(cwd, 'weights'), path.join(cache, 'weights', name)];
}

type Opened = {readonly weights: WeightsFile; readonly reason?: undefined} | {readonly weights?: undefined; readonly reason: string};

/** A file as the one that a source publishes, or why it is not. */
export async function openPublished(file: string, source: WeightsSource, cache: string): Promise<Opened> {
  try {
    const inspected = await inspectWeights(file, cache);
    const reason = publishedDifference(inspected, source);
    return reason === undefined ? {weights: toWeightsFile(inspected)} : {reason};
  } catch (error) {
    return {reason: (error as Error).message};
  }
}

function toWeightsFile({path: file, format, sha256}: WeightsFile): WeightsFile {
  return {path: file, format, sha256};
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}
