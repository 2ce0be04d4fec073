import type {Experiment} from '../domain/experiment.js';
import type {MissingWeights, WeightsFile} from '../domain/weights.js';
import {errors, type UserError} from '../errors.js';
import {lookForWeights, type WeightsReference} from '../model/weights/find-weights.js';
import type {Places} from './places.js';

/** Weights that are not on this machine, and the rows that begin from them. */
export type WantedWeights = MissingWeights & {readonly experiments: readonly Experiment[]};

/** The weights of every row that begins from some, and what is missing, each named once. */
export type RowWeights = {
  readonly found: ReadonlyMap<Experiment, WeightsFile>;
  readonly missing: readonly WantedWeights[];
};

/** Looks for the weights of all rows with a backbone. Rows of one sweep mostly share theirs, so each file is looked for once. */
export async function findRowWeights(experiments: readonly Experiment[], places: Places): Promise<RowWeights> {
  const found = new Map<Experiment, WeightsFile>();
  const missing: WantedWeights[] = [];
  for (const {reference, rows} of groupByWeights(experiments)) {
    const result = await lookForWeights(reference, places);
    if (result.missing) {
      missing.push({...result.missing, experiments: rows});
    }

    for (const row of result.weights ? rows : []) {
      found.set(row, result.weights!);
    }
  }

  return {found, missing};
}

/** What to tell of them, rows and their files named. */
export function missingWeightsError(missing: readonly WantedWeights[]): UserError {
  return errors.missingWeights(missing.map(({experiments, ...weights}) =>
    ({...weights, rows: experiments.map(({name, file}) => `${name} (${file})`)})));
}

type Group = {readonly reference: WeightsReference; readonly rows: Experiment[]};

function groupByWeights(experiments: readonly Experiment[]): Group[] {
  const groups = new Map<string, Group>();
  for (const experiment of experiments) {
    const {backbone} = experiment.config.model;
    if (backbone) {
      const key = JSON.stringify([backbone.name, backbone.weights]);
      const group = groups.get(key) ?? {reference: backbone, rows: []};
      group.rows.push(experiment);
      groups.set(key, group);
    }
  }

  return [...groups.values()];
}
