import type {PlannedRun} from '../domain/planned-run.js';
import type {Lease} from './lease.js';
import type {RunTurn} from './run-turn.js';

/** A run of the sweep and where it stands. */
export type Entry = {
  readonly run: PlannedRun;
  state: 'waiting' | 'working' | 'over';
  /** Its turn, while it has one. */
  turn?: RunTurn | undefined;
  /** Not before this moment, in milliseconds of `performance.now()`. */
  dueAt: number;
  /** Another host that is at work on it. */
  holder?: Lease | undefined;
  /** How often its folder could not be written, one time after another. */
  troubles: number;
};

/** The runs of a sweep, in the order of their turns: the highest priority first, then as they came. */
export class Agenda {
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #byFingerprint = new Map<string, Entry>();

  /** Adds runs, but for those of a fingerprint that is here already; gives these, each with the run that it shares its result with. */
  add(runs: readonly PlannedRun[]): Array<readonly [PlannedRun, PlannedRun]> {
    const shared = runs.filter(run => !this.#addNew(run));
    this.#entries.sort((one, other) => priorityOf(other) - priorityOf(one));
    return shared.map(run => [run, this.#byFingerprint.get(run.fingerprint)!.run]);
  }

  entryOf(runId: string): Entry | undefined {
    return this.#byId.get(runId);
  }

  get waiting(): Entry[] {
    return this.#entries.filter(({state}) => state === 'waiting');
  }

  /** Those that nobody else has, and that are due. */
  get ready(): Entry[] {
    const now = performance.now();
    return this.waiting.filter(({holder, dueAt}) => !holder && dueAt <= now);
  }

  get working(): Entry[] {
    return this.#entries.filter(({state}) => state === 'working');
  }

  get isDone(): boolean {
    return this.#entries.every(({state}) => state === 'over');
  }

  #addNew(run: PlannedRun): boolean {
    if (this.#byFingerprint.has(run.fingerprint)) {
      return false;
    }

    const entry: Entry = {run, state: 'waiting', dueAt: 0, troubles: 0};
    this.#entries.push(entry);
    this.#byId.set(run.id, entry);
    this.#byFingerprint.set(run.fingerprint, entry);
    return true;
  }
}

function priorityOf({run}: Entry): number {
  return run.experiment.config.resources?.priority ?? 0;
}
