import type {DigestedPicture, Pixels} from '../domain/dataset.js';
import type {FeatureFile} from '../features/feature-file.js';
import {featurePlaces} from '../features/feature-places.js';
import type {FeatureSource, View} from '../features/feature-source.js';
import {createFeatures, describeFeatures, openFeatures} from '../features/open-features.js';
import {sourceOf} from '../features/source-of.js';
import {withLock} from '../files/with-lock.js';
import type {RunOrder} from '../protocol/messages.js';
import {decodeParts, type DecodingProgress} from './decode-parts.js';
import {FeatureExtractor, photosAtOnce} from './feature-extractor.js';

/** Photos of one part of the split, as they are or in one of their views. */
export type Look = {readonly part: 'training' | 'validation'; readonly view: View | undefined};

export type LookingProgress = {
  readonly onDecoded: DecodingProgress;
  /** Told how many of all photos' looks are there. */
  readonly onLooked: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/**
The features of each look, from the cache, where those that are missing are added first. Processes that want the same wait for each
other. Whatever ends this, what was added stays, and is never computed again.
*/
export async function keepFeatures(order: RunOrder, looks: readonly Look[], progress: LookingProgress): Promise<FeatureFile[]> {
  const keeper = new FeatureKeeper(order, looks, progress);
  const files: FeatureFile[] = [];
  try {
    for (const look of looks) {
      files.push(await keeper.keep(look));
    }
  } finally {
    keeper.close();
  }

  return files;
}

/** Has photos and backbone at hand once a photo is to be looked at, and not before. */
class FeatureKeeper {
  readonly #order: RunOrder;
  readonly #progress: LookingProgress;
  readonly #total: number;
  #looked = 0;
  #pixels: Readonly<Record<Look['part'], Pixels>> | undefined;
  #extractor: FeatureExtractor | undefined;

  constructor(order: RunOrder, looks: readonly Look[], progress: LookingProgress) {
    this.#order = order;
    this.#progress = progress;
    this.#total = looks.reduce((sum, {part}) => sum + order.split[part].length, 0);
  }

  async keep(look: Look): Promise<FeatureFile> {
    const {cache, split, experiment: {config}} = this.#order;
    const source = sourceOf(config, this.#order, look.view);
    const pictures = split[look.part];
    const kept = await openFeatures(cache, source);
    if (kept && missingFrom(kept, pictures).length === 0) {
      this.#tell(pictures.length);
      await kept.touch();
      return kept;
    }

    return withLock(featurePlaces(cache, source).lock, async () => this.#add(look, source));
  }

  close(): void {
    this.#extractor?.dispose();
  }

  async #add({part, view}: Look, source: FeatureSource): Promise<FeatureFile> {
    const {cache, split, device} = this.#order;
    // Whoever held the lock before may have added some.
    let file = await openFeatures(cache, source);
    const missing = missingFrom(file, split[part]);
    this.#tell(split[part].length - missing.length);
    const start = performance.now();
    for (let from = 0; from < missing.length; from += photosAtOnce) {
      const indices = missing.slice(from, from + photosAtOnce);
      const digests = indices.map(index => split[part][index]!.digest);
      const values = await this.#look(part, indices, digests, view);
      file ??= await createFeatures(cache, source, values.length / indices.length);
      await file.append(digests, values);
      this.#tell(indices.length);
    }

    const {width} = file!;
    if (missing.length >= photosAtOnce) {
      const seconds = (performance.now() - start) / 1000 / missing.length;
      await describeFeatures(cache, {...source, width, seconds_per_picture: seconds, device: device.name});
    }

    return file!;
  }

  async #look(part: Look['part'], indices: readonly number[], digests: readonly string[], view: View | undefined): Promise<Float32Array> {
    const {onDecoded, signal} = this.#progress;
    if (!this.#pixels) {
      const {training, validation} = await decodeParts(this.#order, onDecoded);
      this.#pixels = {training: training.pixels, validation: validation.pixels};
    }

    this.#extractor ??= await FeatureExtractor.open(this.#order);
    signal.throwIfAborted();
    return this.#extractor.look({pixels: this.#pixels[part], indices, digests, view});
  }

  #tell(count: number): void {
    this.#looked += count;
    this.#progress.onLooked(this.#looked, this.#total);
  }
}

/** Places of the photos that are not there, each digest once. */
function missingFrom(file: FeatureFile | undefined, pictures: readonly DigestedPicture[]): number[] {
  const seen = new Set<string>();
  return pictures.flatMap(({digest}, index) => {
    const isNew = !seen.has(digest) && !file?.has(digest);
    seen.add(digest);
    return isNew ? [index] : [];
  });
}
