import type {Device, Engine} from '../domain/device.js';

/** How a sweep is run. */
export type QueueOptions = {
  /** One entry a slot: a run on it is pinned to that device. Two equal entries put two runs on one device. */
  readonly slots: readonly Device[];
  /** Threads that one worker computes with. */
  readonly threads: number;
  readonly runsFolder: string;
  /** Absolute path of the shared cache. */
  readonly cache: string;
  readonly engine: Engine;
  /** Whether workers measure what an epoch's time goes into. */
  readonly profile: boolean;
  /**
  How many minutes of training a run may lose at most, where an epoch takes longer.
  @default 5
  */
  readonly checkpointMinutes?: number;
  /** Environment variables of a worker on a device, beside the host's own. */
  readonly environment: (device: Device) => Readonly<Record<string, string>>;
  /** Absolute path of the compiled worker/entry.js. */
  readonly workerEntry: string;
  /** Two stages. `soft`: workers finish their step, record and end; no run starts any more. `hard`: they are killed. */
  readonly stop?: {readonly soft: AbortSignal; readonly hard: AbortSignal};
  /**
  How long after `soft` a worker that goes on is killed.
  @default 120_000
  */
  readonly stopGraceMs?: number;
  /**
  How long a worker may say nothing, neither event nor progress, before it is ended as `timed-out`.
  @default undefined, forever
  */
  readonly hungAfterMs?: number;
  /**
  How long a worker whose host is dead may go on in a run's folder before it is killed.
  @default 30_000
  */
  readonly orphanGraceMs?: number;
};
