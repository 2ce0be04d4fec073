import type {EngineLog} from '../engine-log.js';
import type {TensorFlowFolder} from '../tensorflow-folder.js';

/** What a source is asked for. */
export type SourceRequest = {
  /** A folder of its own, on the cache's disk, that becomes the engine's: what is downloaded is unpacked here. */
  readonly folder: string;
  /** Whether a TensorFlow that uses NVIDIA GPUs is wanted. */
  readonly cuda: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly log: EngineLog;
};

/** One place that a TensorFlow may come from. Throws with the reason where it has none; the next is tried then. */
export type EngineSource = {
  readonly name: string;
  readonly take: (request: SourceRequest) => Promise<TensorFlowFolder>;
};
