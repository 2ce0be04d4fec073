import type {PlannedRun} from '../domain/planned-run.js';
import type {Progress} from '../domain/progress.js';
import type {QueueNews, QueueUpdate, RunUpdate, WaitingForRoom} from '../domain/queue-update.js';

/** A run that is being trained, as far as it has told. */
export type ActiveRun = {
  readonly run: PlannedRun;
  readonly startedAt: number;
  readonly progress: Progress | undefined;
  /** When its first step of training was told. */
  readonly trainingSince: number | undefined;
  /** How many epochs an earlier attempt had done. */
  readonly epochsBefore: number;
  /** The disk is full. */
  readonly waiting: WaitingForRoom | undefined;
  /** Seconds of each epoch that was completed since. */
  readonly epochSeconds: readonly number[];
  readonly epochEndedAt: number;
  readonly valAccuracy: number | undefined;
  readonly best: number | undefined;
};

/** Follows a sweep's updates and says how far it is. Times are milliseconds of `now`. */
export class SweepProgress {
  isPaused = false;
  readonly #runs: PlannedRun[];
  readonly #slots: number;
  readonly #now: () => number;
  readonly #active = new Map<number, ActiveRun>();
  readonly #left: Set<string>;
  /** Runs that were trained before, or by somebody else. */
  readonly #past = new Map<string, ActiveRun>();
  /** The runs that are over, and whether they are done. */
  readonly #over = new Map<string, boolean>();
  #predicted = 0;
  #took = 0;

  constructor(runs: readonly PlannedRun[], slots: number, now: () => number = Date.now) {
    this.#runs = [...runs];
    this.#slots = slots;
    this.#now = now;
    this.#left = new Set(runs.map(run => run.id));
  }

  /** Runs that are over. */
  get ended(): number {
    return this.#over.size;
  }

  /** Those of them that are not done. */
  get failed(): number {
    return [...this.#over.values()].filter(isDone => !isDone).length;
  }

  get total(): number {
    return this.#runs.length;
  }

  /** The run on each busy slot, in the slots' order. */
  get active(): ActiveRun[] {
    return [...this.#active].toSorted(([a], [b]) => a - b).map(([, run]) => run);
  }

  /** Takes an update in; gives the run as it was when the update ended it. */
  update(update: QueueUpdate): ActiveRun | undefined {
    if (!('run' in update)) {
      this.#hear(update);
      return undefined;
    }

    const active = this.#active.get(update.slot)?.run === update.run ? this.#active.get(update.slot) : undefined;
    switch (update.kind) {
      case 'started': {
        this.#left.delete(update.run.id);
        this.#active.set(update.slot, this.#begin(update.run));
        break;
      }

      case 'skipped': {
        this.#left.delete(update.run.id);
        // Left to another host, or done as another row: no failure.
        this.#over.set(update.run.id, update.reason !== 'stopped');

        break;
      }

      case 'requeued': {
        this.#left.add(update.run.id);
        this.#over.delete(update.run.id);
        if (active) {
          this.#active.delete(update.slot);
        }

        break;
      }

      case 'ended': {
        this.#end(update, active);
        return active ?? this.#past.get(update.run.id);
      }

      case 'event':
      case 'no-room':
      case 'progress': {
        if (active) {
          this.#active.set(update.slot, this.#advance(active, update));
        }

        break;
      }

      case 'history': {
        this.#past.set(update.run.id, this.#lookBack(update));
        break;
      }

      case 'profile': {
        break;
      }
    }

    return undefined;
  }

  /** Share of a run that is done, 0 to 1. */
  share(active: ActiveRun): number {
    const {run, progress} = active;
    const done = epochsDone(active);
    const inEpoch = progress?.phase === 'training' && progress.epoch > done ? progress.step / Math.max(1, progress.steps) : 0;
    return Math.min(1, (done + (inEpoch * 0.95)) / run.experiment.config.epochs);
  }

  /** Seconds that a run still needs: from its own epochs, before the first one from the plan. */
  secondsLeft(active: ActiveRun): number {
    const {run, epochSeconds, epochEndedAt, startedAt, trainingSince} = active;
    const now = this.#now();
    if (epochSeconds.length === 0) {
      const share = this.share(active);
      const shareBefore = active.epochsBefore / run.experiment.config.epochs;
      // Features may have taken hours before, and say nothing of an epoch.
      const trained = (now - (trainingSince ?? now)) / 1000;
      return share - shareBefore > 0.02
        ? trained * (1 - share) / (share - shareBefore)
        : Math.max(1, (run.estimate.seconds * this.#pace()) - ((now - startedAt) / 1000));
    }

    const mean = epochSeconds.reduce((sum, seconds) => sum + seconds, 0) / epochSeconds.length;
    return Math.max(0, (mean * (run.experiment.config.epochs - epochsDone(active))) - ((now - epochEndedAt) / 1000));
  }

  /** Seconds until the whole sweep is done, with what is left spread over the slots. */
  sweepSecondsLeft(): number {
    const running = this.active.map(active => this.secondsLeft(active));
    const waiting = this.#runs
      .filter(run => this.#left.has(run.id))
      .reduce((sum, run) => sum + (run.estimate.seconds * this.#pace()), 0);
    const spread = (waiting + running.reduce((sum, seconds) => sum + seconds, 0)) / this.#slots;
    return Math.max(spread, ...running, 0);
  }

  #begin(run: PlannedRun): ActiveRun {
    const now = this.#now();
    return {
      run, startedAt: now, progress: undefined, trainingSince: undefined, epochSeconds: [], epochEndedAt: now,
      epochsBefore: 0, waiting: undefined, valAccuracy: undefined, best: undefined,
    };
  }

  /** A run as it was when its last attempt ended, somewhere else. */
  #lookBack({run, slot, events}: Extract<RunUpdate, {kind: 'history'}>): ActiveRun {
    let past = this.#begin(run);
    for (const event of events) {
      past = this.#advance(past, {run, slot, kind: 'event', event});
    }

    const seconds = events.reduce((latest, event) => event.type === 'ended' ? event.seconds : latest, 0);
    return {...past, startedAt: this.#now() - (seconds * 1000)};
  }

  // How much longer runs took than the plan said; trusted as soon as one has ended.
  #pace(): number {
    return this.#predicted === 0 ? 1 : this.#took / this.#predicted;
  }

  #hear(news: QueueNews): void {
    if (news.kind === 'added') {
      this.#runs.push(...news.runs);
      for (const {id} of news.runs) {
        this.#left.add(id);
      }
    } else if (news.kind === 'paused' || news.kind === 'resumed') {
      this.isPaused = news.kind === 'paused';
    }
  }

  #advance(before: ActiveRun, update: Extract<RunUpdate, {kind: 'event' | 'progress' | 'no-room'}>): ActiveRun {
    const active = {...before, waiting: update.kind === 'no-room' ? update : undefined};
    if (update.kind === 'no-room') {
      return active;
    }

    if (update.kind === 'progress') {
      const isTraining = update.progress.phase === 'training';
      const {valAccuracy = active.valAccuracy} = update.progress;
      return {...active, valAccuracy, progress: update.progress, trainingSince: active.trainingSince ?? (isTraining ? this.#now() : undefined)};
    }

    if (update.event.type === 'started') {
      const {resumed} = update.event;
      return {...active, epochsBefore: (resumed?.epoch ?? 1) - 1, best: resumed?.best};
    }

    if (update.event.type !== 'epoch') {
      return active;
    }

    const {seconds, val_accuracy: valAccuracy} = update.event;
    return {
      ...active,
      epochSeconds: [...active.epochSeconds, seconds],
      epochEndedAt: this.#now(),
      valAccuracy,
      best: Math.max(active.best ?? 0, valAccuracy),
    };
  }

  #end({run, slot, status}: Extract<RunUpdate, {kind: 'ended'}>, active: ActiveRun | undefined): void {
    const isDone = status === 'done';
    this.#left.delete(run.id);
    this.#over.set(run.id, isDone);
    if (active) {
      this.#active.delete(slot);
    }

    if (active && isDone) {
      this.#predicted += active.run.estimate.seconds;
      this.#took += (this.#now() - active.startedAt) / 1000;
    }
  }
}

/** How many epochs of a run are complete, those of earlier attempts among them. */
export function epochsDone({epochsBefore, epochSeconds}: ActiveRun): number {
  return epochsBefore + epochSeconds.length;
}
