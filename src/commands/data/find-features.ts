import type {KnownFeatures} from '../../dataset/check-pictures.js';
import type {FeatureDescription} from '../../features/feature-description.js';
import {FeatureFile} from '../../features/feature-file.js';
import {listFeatures, type KeptFeatures} from '../../features/list-features.js';
import {backboneGraph, backbones} from '../../model/backbones.js';

type Described = KeptFeatures & {readonly description: FeatureDescription};

/** Features of all these photos that the cache holds, of the largest pictures and else the ones used last; undefined where there are none. */
export async function findFeatures(cache: string, digests: readonly string[]): Promise<KnownFeatures | undefined> {
  const wanted = new Set(digests).size;
  const kept = await listFeatures(cache);
  const fit = kept.filter(each => isOfUse(each)).filter(({pictures}) => pictures >= wanted);
  for (const {places, description} of fit.toSorted((one, other) => other.description.image_size - one.description.image_size)) {
    const file = await FeatureFile.open(places.records).catch(() => undefined);
    if (file && digests.every(digest => file.has(digest))) {
      await file.touch();
      // Of each channel the mean; the maxima follow.
      const width = Math.floor(file.width / 2);
      return {values: file.take(digests, [[0, width]]), width, of: describe(description)};
    }
  }

  return undefined;
}

/** Of photos as they are, by weights that were learned, which saw the pixels that they expect. */
function isOfUse(kept: KeptFeatures): kept is Described {
  const {description} = kept;
  return description !== undefined
    && description.view === undefined
    && !String(description.weights).startsWith('seed ')
    && Object.hasOwn(backbones, description.backbone)
    && description.preprocess === backboneGraph(description.backbone).preprocess;
}

function describe({backbone, image_size: size}: FeatureDescription): string {
  return `${backbone}'s features at ${size}x${size}`;
}
