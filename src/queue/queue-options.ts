import type {Device, Engine} from '../domain/device.js';
import type {PlannedRun} from '../domain/planned-run.js';

/** All runs that are wanted of some rows by now, and those of them that are to be trained. */
export type IncomingRuns = {readonly planned: readonly PlannedRun[]; readonly toDo: readonly PlannedRun[]};

/** How a sweep is run. */
export type QueueOptions = {
  /** One entry a slot: a run on it is pinned to that device. Several of one device put several runs on it. */
  readonly slots: readonly Device[];
  /** Threads that a slot computes with. */
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
  /** Environment variables of a worker with so many threads on a device, beside the host's own. */
  readonly environment: (device: Device, threads: number) => Readonly<Record<string, string>>;
  /** Absolute path of worker/entry, compiled. */
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
  /** Plans that come while the sweep goes on; it does not end before they do. */
  readonly incoming?: AsyncIterable<IncomingRuns>;
  /**
  How often the host looks at what others do and want, and shows that it lives.
  @default 2000
  */
  readonly tickMs?: number;
  /**
  How long a host of another machine may show no life before its runs are taken over.
  @default 30_000
  */
  readonly expiryMs?: number;
  /**
  How long to wait before a run's first restart; twice as long before each further one.
  @default 1000
  */
  readonly restartPauseMs?: number;
  /**
  Whether a worker is started, and loads what it needs, shortly before the run before it ends.
  @default true
  */
  readonly warm?: boolean;
  /**
  How long a worker whose host is dead may go on in a run's folder before it is killed.
  @default 30_000
  */
  readonly orphanGraceMs?: number;
};
