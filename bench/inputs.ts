import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {decodePictures} from '../src/dataset/decode-pictures.js';
import {digestPictures} from '../src/dataset/digest-pictures.js';
import {findDataset, findKnownDataset} from '../src/dataset/find-dataset.js';
import {splitDataset} from '../src/dataset/split-dataset.js';
import type {Dataset, Split} from '../src/domain/dataset.js';
import type {Engine} from '../src/domain/device.js';
import type {Experiment} from '../src/domain/experiment.js';
import {cacheFolder} from '../src/engine/cache-folder.js';
import {Random} from '../src/engine/random.js';
import type {RunOrder} from '../src/protocol/messages.js';
import {readExperiments} from '../src/spec/read-experiments.js';
import {processor, root, threads} from './machine.js';
import type {Scale} from './scale.js';
import type {Head, PhotosInMemory} from './task.js';

/** The row whose size everything has. */
export const model1 = path.join(root, 'experiments/table/model1.yaml');

type Parts = {
  readonly folder: string;
  readonly engine: Engine;
  readonly scale: Scale;
  /** All photos. */
  readonly whole: Dataset;
  /** A copied share of them. */
  readonly few: Dataset;
};

/** What all sides are given: rows of the table, photos in files of their own, and feature vectors. */
export class Inputs {
  /** Finds TrashNet's photos, or takes drawn ones, and lays a share of them into `folder`, where everything else is written too. */
  static async prepare(folder: string, engine: Engine, scale: Scale): Promise<Inputs> {
    const places = {cwd: process.cwd(), env: process.env, cache: cacheFolder()};
    const source = await findKnownDataset('trashnet', places) === undefined ? 'drawn-litter' : 'trashnet';
    const whole = await findDataset(source, places);
    const few = await copyShare(whole, Math.max(scale.pipelinePhotos, scale.growthPhotos), path.join(folder, 'photos'));
    return new Inputs({folder, engine, scale, whole, few});
  }

  /** Number of classes. */
  readonly classes: number;
  readonly photosName: string;
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.classes = parts.whole.classes.length;
    this.photosName = parts.whole.name;
    this.#parts = parts;
  }

  /** A row of the table at the scale's size, with `overrides` (`key=value`) on top. */
  row(overrides: readonly string[] = [], file = model1): Experiment {
    const {imageSize, batchSize} = this.#parts.scale;
    const sized = [`image_size=${imageSize}`, `batch_size=${batchSize}`, ...overrides];
    const {rows: [row], problems: [problem]} = readExperiments([file], {cwd: root, overrides: sized});
    if (!row || problem) {
      throw new Error(`${file}: ${problem?.key} ${problem?.message}`);
    }

    return row.experiment;
  }

  /** A folder for runs; nothing is in it. */
  get runs(): string {
    return path.join(this.#parts.folder, 'runs');
  }

  /** The folder of class folders of the few photos. */
  get fewPhotos(): string {
    return this.#parts.few.root;
  }

  /** An order to train on the first `count` of the few photos; decoded ones are kept in a cache of the bench's own. */
  async orderOfFew(count: number, overrides: readonly string[] = []): Promise<RunOrder> {
    const cache = path.join(this.#parts.folder, 'cache');
    const pictures = await digestPictures(this.#parts.few, cache);
    const {name: dataset, root: photos, classes, synthetic} = this.#parts.few;
    const training = pictures.slice(0, count);
    const split = {id: 'few', dataset, root: photos, classes, synthetic, training, validation: pictures.slice(0, 1)};
    return this.#order(this.row(overrides), split, cache);
  }

  /** An order to train on all photos, split as the row says; decoded ones are kept in the cache of all runs. */
  async orderOfAll(): Promise<RunOrder> {
    const experiment = this.row();
    const cache = cacheFolder();
    return this.#order(experiment, splitDataset(this.#parts.whole, await digestPictures(this.#parts.whole, cache), experiment.config.split), cache);
  }

  /** The first `count` of the few photos, from the first again where there are fewer, as the network takes them. */
  async photosInMemory(count: number): Promise<PhotosInMemory> {
    const {imageSize: size} = this.#parts.scale;
    const cache = path.join(this.#parts.folder, 'cache');
    const digested = await digestPictures(this.#parts.few, cache);
    const pictures = Array.from({length: count}, (_, index) => digested[index % digested.length]!);
    const {data} = await decodePictures({root: this.#parts.few.root, pictures, size, interpolation: 'nearest', cache});
    const file = path.join(this.#parts.folder, `photos-${count}.f32`);
    await writeFile(file, Float32Array.from(data, value => value / 255));
    return {file, size, labels: pictures.map(picture => picture.classIndex)};
  }

  /** Feature vectors as a pooling after a relu gives them: seeded, none below 0. */
  async features(width: number): Promise<Pick<Head, 'file' | 'count' | 'width'>> {
    const {features: count} = this.#parts.scale;
    const random = Random.fromSeed(0).fork('features');
    const file = path.join(this.#parts.folder, 'features.f32');
    await writeFile(file, Float32Array.from({length: count * width}, () => random.uniform()));
    return {file, count, width};
  }

  #order(experiment: Experiment, split: Split, cache: string): RunOrder {
    const {folder, engine} = this.#parts;
    return {runId: 'bench', experiment, seed: 0, split, folder, cache, engine, device: processor, threads, attempt: 1, memoryEnds: 0, profile: false, checkpointMinutes: 5};
  }
}

/** Copies photos of all classes, each class's share as it is, into a folder of class folders. */
async function copyShare({root: from, classes, pictures}: Dataset, count: number, folder: string): Promise<Dataset> {
  await Promise.all(classes.map(async name => mkdir(path.join(folder, name), {recursive: true})));
  const taken = Array.from({length: Math.min(count, pictures.length)}, (_, index) => pictures[Math.floor(index * pictures.length / count)]!);
  await Promise.all(taken.map(async picture => copyFile(path.join(from, picture.path), path.join(folder, picture.path))));
  return findDataset({path: folder}, {cwd: root, env: {}, cache: folder});
}
