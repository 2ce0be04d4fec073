import type {Split} from '../domain/dataset.js';
import type {Experiment} from '../domain/experiment.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {PlannedRun} from '../domain/planned-run.js';
import type {RunStatus} from '../domain/run-event.js';
import type {WeightsFile} from '../domain/weights.js';
import {estimateRun, type Experience} from './estimate-run.js';
import {fingerprinter} from './fingerprint.js';
import {identifyExperiment} from './identify-experiment.js';
import {LooksOfPlan} from './looks-of-plan.js';
import {picturesPerEpoch} from './pictures-per-epoch.js';

/** A row that is to be planned: the experiment, its pictures and weights, and the multiplications of one picture's forward pass. */
export type RowToPlan = {
  readonly experiment: Experiment;
  readonly split: Split;
  /** The file that its backbone begins from; undefined without one. */
  readonly weights?: WeightsFile;
  /** What a step of the training goes through: without a frozen backbone. */
  readonly multiplications: number;
  /** Left away without a frozen backbone. */
  readonly backbone?: BackboneWork;
};

/** What a row's frozen backbone has to do. */
export type BackboneWork = {
  /** Multiplications of a look at a photo. */
  readonly multiplications: number;
  /** Seconds that a look was measured to take, on a device of the plan. */
  readonly secondsPerLook?: number;
  /** Looks in every epoch of the training. */
  readonly looksPerEpoch: number;
  /** Looks before a seed's training, by where their features are kept: the photos that lack them. */
  readonly missing: (seed: number) => ReadonlyArray<{readonly key: string; readonly digests: readonly string[]}>;
};

/** A stored run, as far as a plan asks. */
export type KnownRun = {readonly runId: string; readonly status: RunStatus; readonly epochs?: number};

/** What is stored already, and where runs will be trained. */
export type KnownResults = Experience & {
  /**
  Those among some fingerprints, by fingerprint. `running` is what somebody is at work on. `epochs` are complete, and another attempt would
  go on behind them.
  */
  readonly runs: (fingerprints: readonly string[]) => ReadonlyMap<string, KnownRun>;
  /** Names of rows with a finished run, of whatever configuration. */
  readonly finishedNames: ReadonlySet<string>;
};

/** One run for each seed of each row, in the rows' order. A fingerprint that is stored keeps its run's id. */
export function planRuns(rows: readonly RowToPlan[], known: KnownResults): PlannedRun[] {
  const looks = new LooksOfPlan();
  return rows.flatMap(row => planRow(row, {...known, looks}));
}

type Planning = KnownResults & {readonly looks: LooksOfPlan};

function planRow(row: RowToPlan, known: Planning): PlannedRun[] {
  const {experiment, split, weights} = row;
  const experimentId = identifyExperiment(experiment);
  const printOf = fingerprinter(experiment.config, split, weights);
  const identities = experiment.config.seeds.map(seed => ({seed, print: printOf(seed), experimentId}));
  const stored = known.runs(identities.map(({print}) => print));
  return identities.map(identity => planRun(row, {...identity, stored: stored.get(identity.print)}, known));
}

type Identity = {readonly seed: number; readonly print: string; readonly experimentId: string; readonly stored: KnownRun | undefined};

function planRun(row: RowToPlan, {seed, print, experimentId, stored}: Identity, known: Planning): PlannedRun {
  const {experiment, split, weights, multiplications, backbone} = row;
  const state = stateOf(stored?.status, known.finishedNames.has(experiment.name));
  const {count, features} = backbone && isToDo(state) ? known.looks.take(backbone.missing(seed)) : {count: 0};
  const epochsDone = state === 'again' ? stored?.epochs ?? 0 : 0;
  const pictures = picturesPerEpoch(experiment.config, split.training.length);
  const work = {multiplications, pictures, ...backbone && {backbone: {...backbone, looksBefore: count}}};
  return {
    id: stored?.runId ?? `${experiment.name}-${seed}-${print.slice(0, 8)}`,
    experiment,
    experimentId,
    seed,
    split,
    ...weights && {weights},
    fingerprint: print,
    state,
    ...epochsDone > 0 && {epochsDone},
    estimate: estimateRun(leftOf(experiment.config, epochsDone), work, known),
    ...features && {features},
    ...count > 0 && {looks: count},
  };
}

function leftOf(config: ExperimentConfig, epochsDone: number): ExperimentConfig {
  return epochsDone > 0 ? {...config, epochs: config.epochs - epochsDone} : config;
}

/** Whether a run in this state is to be trained, here or by somebody else. */
export function isToDo(state: PlannedRun['state']): boolean {
  return state !== 'done' && state !== 'failed' && state !== 'cancelled';
}

function stateOf(status: RunStatus | undefined, hasOtherResult: boolean): PlannedRun['state'] {
  switch (status) {
    case 'done':
    case 'running':
    case 'failed':
    case 'cancelled': {
      return status;
    }

    case 'timed-out':
    case 'out-of-memory': {
      return 'failed';
    }

    case 'interrupted': {
      return 'again';
    }

    case 'queued':
    case undefined: {
      return hasOtherResult ? 'stale' : 'to-do';
    }
  }
}
