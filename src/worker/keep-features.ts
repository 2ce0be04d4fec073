import type {DigestedPicture, Pixels} from '../domain/dataset.js';
import {errors} from '../errors.js';
import {describeFeatures} from '../features/feature-description.js';
import {FeatureFile} from '../features/feature-file.js';
import {featurePlaces} from '../features/feature-places.js';
import type {FeatureSource, View} from '../features/feature-source.js';
import {sourceOf} from '../features/source-of.js';
import {withLock} from '../files/with-lock.js';
import type {RunOrder} from '../protocol/messages.js';
import {decodeParts, type DecodingProgress} from './decode-parts.js';
import {FeatureExtractor, photosAtOnce} from './feature-extractor.js';
import type {Room} from './room.js';

/** Photos of one part of the split, as they are or in one of their views. */
export type Look = {readonly part: 'training' | 'validation'; readonly view: View | undefined};

export type LookingProgress = {
  readonly onDecoded: DecodingProgress;
  /** Told how many of all photos' looks are there; also now and then while another process adds them. */
  readonly onLooked: (done: number, total: number) => void;
  readonly signal: AbortSignal;
  /**
  For what is added to the cache.
  @default what cannot be added ends this
  */
  readonly room?: Room;
};

// The host takes who says nothing for half an hour for dead.
const signOfLifeMs = 10_000;

/**
What `take` takes of the features of each look: from the cache, where those that are missing are added first. Processes that want
the same wait for each other. Whatever ends this, what was added stays, and is never computed again.
*/
export async function keepFeatures<Taken>(
  order: RunOrder,
  looks: readonly Look[],
  progress: LookingProgress,
  take: (file: FeatureFile, look: Look) => Taken,
): Promise<Taken[]> {
  const keeper = new FeatureKeeper(order, looks, progress);
  const taken: Taken[] = [];
  try {
    for (const look of looks) {
      // One after the other: a whole file is in memory at a time.
      taken.push(take(await keeper.keep(look), look));
    }
  } catch (error) {
    throw isOfTheDisk(error) ? errors.cannotWriteCache(order.cache, error) : error;
  } finally {
    keeper.close();
  }

  return taken;
}

/** Has photos and backbone at hand once a photo is to be looked at, and not before. */
class FeatureKeeper {
  readonly #order: RunOrder;
  readonly #progress: LookingProgress;
  readonly #total: number;
  readonly #signsOfLife: NodeJS.Timeout;
  #looked = 0;
  #pixels: Readonly<Record<Look['part'], Pixels>> | undefined;
  #extractor: FeatureExtractor | undefined;

  constructor(order: RunOrder, looks: readonly Look[], progress: LookingProgress) {
    this.#order = order;
    this.#progress = progress;
    this.#total = looks.reduce((sum, {part}) => sum + order.split[part].length, 0);
    this.#signsOfLife = setInterval(() => {
      this.#tell(0);
    }, signOfLifeMs);
  }

  async keep(look: Look): Promise<FeatureFile> {
    const {cache, split, experiment: {config}} = this.#order;
    const source = sourceOf(config, this.#order, look.view);
    const kept = await FeatureFile.open(featurePlaces(cache, source).records);
    if (missingFrom(kept, split[look.part]).length === 0) {
      this.#tell(split[look.part].length);
      await kept.touch();
      return kept;
    }

    // The lock too is a file.
    return this.#room(async () => withLock(featurePlaces(cache, source).lock, async () => this.#add(look, source)));
  }

  close(): void {
    clearInterval(this.#signsOfLife);
    this.#extractor?.dispose();
  }

  async #add({part, view}: Look, source: FeatureSource): Promise<FeatureFile> {
    const {cache, split, device, threads} = this.#order;
    // Whoever held the lock before may have added some, or all.
    const file = await FeatureFile.open(featurePlaces(cache, source).records);
    const missing = missingFrom(file, split[part]);
    this.#tell(split[part].length - missing.length);
    if (missing.length === 0) {
      return file;
    }

    const {pixels, extractor} = await this.#prepare();
    if (file.width === 0) {
      await this.#room(async () => describeFeatures(cache, source));
    }

    const start = performance.now();
    for (let from = 0; from < missing.length; from += photosAtOnce) {
      this.#progress.signal.throwIfAborted();
      const indices = missing.slice(from, from + photosAtOnce);
      const digests = indices.map(index => split[part][index]!.digest);
      const values = await extractor.look({pixels: pixels[part], indices, digests, view});
      await this.#room(async () => file.append(digests, values), values.byteLength);
      this.#tell(indices.length);
    }

    if (missing.length >= photosAtOnce) {
      const seconds = (performance.now() - start) / 1000 / missing.length;
      await this.#room(async () => describeFeatures(cache, {...source, seconds_per_picture: seconds, device_name: device.name, threads}));
    }

    return file;
  }

  get #room(): Room {
    return this.#progress.room ?? atOnce;
  }

  async #prepare(): Promise<{pixels: Readonly<Record<Look['part'], Pixels>>; extractor: FeatureExtractor}> {
    if (!this.#pixels) {
      const {training, validation} = await decodeParts(this.#order, this.#progress.onDecoded);
      this.#pixels = {training: training.pixels, validation: validation.pixels};
    }

    this.#extractor ??= await FeatureExtractor.open(this.#order);
    return {pixels: this.#pixels, extractor: this.#extractor};
  }

  #tell(count: number): void {
    this.#looked += count;
    this.#progress.onLooked(this.#looked, this.#total);
  }
}

const atOnce: Room = async work => work();

/** Places of the photos that are not there, each digest once. */
function missingFrom(file: FeatureFile, pictures: readonly DigestedPicture[]): number[] {
  const seen = new Set<string>();
  return pictures.flatMap(({digest}, index) => {
    const isNew = !seen.has(digest) && !file.has(digest);
    seen.add(digest);
    return isNew ? [index] : [];
  });
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
