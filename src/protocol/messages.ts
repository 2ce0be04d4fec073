import type {Split} from '../domain/dataset.js';
import type {Device, Engine} from '../domain/device.js';
import type {Experiment} from '../domain/experiment.js';
import type {Progress} from '../domain/progress.js';
import type {WaitingForRoom} from '../domain/queue-update.js';
import type {RunEvent} from '../domain/run-event.js';
import type {RunProfile} from '../domain/run-profile.js';
import type {WeightsFile} from '../domain/weights.js';

export type {Progress} from '../domain/progress.js';

/** Host → worker, once: what to train, where to write, on what. */
export type RunOrder = {
  readonly runId: string;
  readonly experiment: Experiment;
  readonly seed: number;
  readonly split: Split;
  /** The file that the backbone begins from; undefined without one. */
  readonly weights?: WeightsFile;
  /** Absolute path of the run's folder, which exists. */
  readonly folder: string;
  /** Absolute path of the shared cache. */
  readonly cache: string;
  readonly engine: Engine;
  readonly device: Device;
  readonly threads: number;
  readonly attempt: number;
  /** How many attempts before it the system ended for want of memory: the pictures that go through the network at a time are halved as often. */
  readonly memoryEnds: number;
  /** Whether to measure what an epoch's time goes into. */
  readonly profile: boolean;
  /** How many minutes of training may be lost at most, where an epoch takes longer; may be a fraction, and 0 for a checkpoint after every step. */
  readonly checkpointMinutes: number;
};

/**
Host → worker. `warm` may come before the order: load what every run needs, but touch no device that another run may still be using.
*/
export type HostMessage = {readonly type: 'run'; readonly order: RunOrder} | {readonly type: 'warm'; readonly engine: Engine} | {readonly type: 'stop'};

/**
Worker → host. An event or a profile is sent after it is on disk; progress is for the eye alone and never stored. `alive` comes
every few seconds as long as nothing blocks the process, and `waiting` while the disk is full, until any but `alive` comes.
*/
export type WorkerMessage
  = | {readonly type: 'alive'}
    | {readonly type: 'event'; readonly event: RunEvent}
    | {readonly type: 'progress'; readonly progress: Progress}
    | {readonly type: 'profile'; readonly profile: RunProfile}
    | ({readonly type: 'waiting'} & WaitingForRoom);
