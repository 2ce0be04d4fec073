import type {DigestedPicture, Split} from '../domain/dataset.js';
import type {Device} from '../domain/device.js';
import type {Experiment} from '../domain/experiment.js';
import type {WeightsFile} from '../domain/weights.js';
import {findEngine} from '../engine/find-engine.js';
import {featureKey, type FeatureSource} from '../features/feature-source.js';
import {keptDigests} from '../features/kept-digests.js';
import {listFeatures, type KeptFeatures} from '../features/list-features.js';
import {sourceOf} from '../features/source-of.js';
import {trainingViews} from '../features/training-views.js';
import {leadingPoolings} from '../model/backbones/leading-poolings.js';
import {picturesPerEpoch} from '../plan/pictures-per-epoch.js';
import type {BackboneWork} from '../plan/plan-runs.js';
import {wholeProcessorSeconds} from '../plan/whole-processor-seconds.js';
import {measureBackbone} from '../spec/measure-backbone.js';
import type {Places} from './places.js';

/** A row, its photos, and the weights that it begins from; undefined for weights that are drawn, or missing. */
export type RowToLookAt = {readonly experiment: Experiment; readonly split: Split; readonly weights?: WeightsFile | undefined};

/** Says of rows what their frozen backbones have to do, by what the cache holds of their features. */
export class BackboneWorks {
  static async open(places: Places, device: Device): Promise<BackboneWorks> {
    return new BackboneWorks(places, device, await listFeatures(places.cache));
  }

  readonly #cache: string;
  readonly #engine: {readonly version: string};
  readonly #device: Device;
  readonly #kept: readonly KeptFeatures[];
  readonly #digests = new Map<string, ReadonlySet<string>>();

  private constructor({cache, env}: Places, device: Device, kept: readonly KeptFeatures[]) {
    this.#cache = cache;
    // Without an engine nothing was ever looked at.
    this.#engine = findEngine({cache, env}) ?? {version: 'none'};
    this.#device = device;
    this.#kept = kept;
  }

  /** Undefined without a frozen backbone. */
  async of(row: RowToLookAt): Promise<BackboneWork | undefined> {
    const {experiment: {config}, split} = row;
    const {backbone, layers} = config.model;
    if (backbone?.trainable !== false) {
      return undefined;
    }

    const secondsPerLook = this.#measured(backbone.name, config.image_size);
    const look = {
      multiplications: measureBackbone(backbone, config.image_size).multiplications,
      ...secondsPerLook !== undefined && {secondsPerLook},
    };
    const training = picturesPerEpoch(config, split.training.length);
    if (!leadingPoolings(layers)) {
      // Feature maps are too large to be kept: each epoch looks at all photos anew, also at those that validate.
      return {...look, looksPerEpoch: training + split.validation.length, missing: () => []};
    }

    const missing = await this.#missing(row, backbone);
    return {...look, looksPerEpoch: trainingViews(config).length === 0 ? training : 0, missing: seed => missing.get(seed)!};
  }

  async #missing({experiment: {config}, split, weights}: RowToLookAt, backbone: {readonly weights: string}) {
    const views = trainingViews(config);
    // Missing weights are one file too, for all rows that want it.
    const file = weights ?? (backbone.weights === 'none' ? undefined : {path: '', format: 'h5' as const, sha256: `missing ${backbone.weights}`});
    const missing = new Map<number, ReturnType<BackboneWork['missing']>>();
    for (const seed of config.seeds) {
      const means = {weights: file, seed, engine: this.#engine, device: this.#device};
      missing.set(seed, [
        await this.#lacking(sourceOf(config, means), split.validation),
        ...await Promise.all(views.map(async view => this.#lacking(sourceOf(config, means, view), split.training))),
      ]);
    }

    return missing;
  }

  async #lacking(source: FeatureSource, pictures: readonly DigestedPicture[]) {
    const key = featureKey(source);
    const kept = this.#digests.get(key) ?? keptDigests(this.#cache, source);
    this.#digests.set(key, kept);
    return {key, digests: pictures.map(({digest}) => digest).filter(digest => !kept.has(digest))};
  }

  #measured(backbone: FeatureSource['backbone'], size: number): number | undefined {
    const measured = this.#kept.find(({description}) =>
      description?.backbone === backbone
      && description.image_size === size
      && description.device_name === this.#device.name
      && description.seconds_per_picture !== undefined)?.description;
    const {seconds_per_picture: seconds, threads} = measured ?? {};
    return seconds === undefined || threads === undefined || this.#device.kind === 'gpu' ? seconds : wholeProcessorSeconds(seconds, threads);
  }
}
