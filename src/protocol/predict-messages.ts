import type {Engine} from '../domain/device.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {PhotoAnswer} from '../domain/photo-answer.js';
import type {Problem} from '../domain/run-event.js';
import type {WeightsFile} from '../domain/weights.js';

/** Host → worker, once: which photos to answer, with what. */
export type PredictOrder = {
  readonly runId: string;
  readonly experiment: {readonly config: ExperimentConfig};
  readonly seed: number;
  /** The file that a frozen backbone begins from; undefined where the saved model is the whole network, or the seed draws them. */
  readonly weights?: WeightsFile;
  readonly model: SavedModelFile;
  readonly engine: Engine;
  /** Absolute paths. */
  readonly photos: readonly string[];
};

/** A folder that holds a model as a run saves it, and the SHA-256 of its weights. */
export type SavedModelFile = {readonly folder: string; readonly sha256: string};

/** Worker → host: what comes of some of the photos, in their order; or why nothing more comes. A bug has its stack. */
export type PredictMessage
  = | {readonly type: 'answers'; readonly answers: readonly PhotoAnswer[]}
    | {readonly type: 'failed'; readonly problem: Problem; readonly stack?: string};
