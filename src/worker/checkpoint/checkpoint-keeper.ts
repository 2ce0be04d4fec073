import {errors} from '../../errors.js';
import {isNoRoom} from '../../files/when-there-is-room.js';
import type {RunFolder} from '../../protocol/run-folder.js';
import type {Rest, TrainingPoint} from '../../training/training-point.js';
import type {Room} from '../room.js';
import {CheckpointFolder} from './checkpoint-folder.js';
import type {CheckpointPace} from './checkpoint-pace.js';
import type {RunCheckpoint} from './run-checkpoint.js';

export type KeeperOptions = {
  readonly folder: RunFolder;
  readonly pace: CheckpointPace;
  /** The one that the run goes on from. */
  readonly from: RunCheckpoint | undefined;
  readonly take: (point: TrainingPoint) => RunCheckpoint;
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
};

/**
Keeps a run's checkpoints. They are copied from the network between two steps and written while it is trained on; the last one,
when the signal has come, is waited for.
*/
export class CheckpointKeeper {
  readonly #options: KeeperOptions;
  readonly #checkpoints: CheckpointFolder;
  #writing = Promise.resolve();
  #failure: unknown;
  /** The best model of the newest one on disk. */
  #best: string | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#checkpoints = new CheckpointFolder(options.folder);
    this.#best = options.from?.facts.best?.saved.sha256;
  }

  /** To be awaited between steps. Throws cannot-write-run where an earlier one could not be written, unless for want of room. */
  async rest({isBetweenEpochs, point}: Rest): Promise<void> {
    const {signal, pace, room} = this.#options;
    const isWanted = signal.aborted || this.#failure !== undefined || pace.isDue(isBetweenEpochs);
    if (!isWanted) {
      return;
    }

    const before = performance.now();
    const reached = point();
    await this.#writing;
    if (signal.aborted) {
      await this.#writeLast(reached);
      return;
    }

    const mustWait = this.#takeFailure();
    const checkpoint = await room(() => this.#take(reached));
    if (mustWait) {
      await this.#write(checkpoint);
    } else {
      this.#writing = this.#writeBehind(checkpoint);
    }

    pace.taken((performance.now() - before) / 1000);
  }

  /** Waits for what is being written. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  #take(point: TrainingPoint): RunCheckpoint {
    const checkpoint = this.#options.take(point);
    if (checkpoint.facts.best) {
      this.#checkpoints.holdBest(checkpoint.facts.best.saved.sha256);
    }

    return checkpoint;
  }

  /** Writing failed behind the training's back: whether that was for want of room. */
  #takeFailure(): boolean {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined && !isNoRoom(failure)) {
      throw errors.cannotWriteRun(this.#options.folder.path, failure);
    }

    return failure !== undefined;
  }

  async #writeBehind(checkpoint: RunCheckpoint): Promise<void> {
    try {
      await this.#writeOnce(checkpoint);
    } catch (error) {
      this.#failure = error;
    }
  }

  async #write(checkpoint: RunCheckpoint): Promise<void> {
    await this.#options.room(async () => this.#writeOnce(checkpoint), sizeOf(checkpoint));
  }

  // The run ends as interrupted all the same, and goes on from the one before.
  async #writeLast(reached: TrainingPoint): Promise<void> {
    try {
      await this.#write(this.#take(reached));
    } catch (error) {
      this.#options.log(`The last checkpoint could not be written: ${(error as Error).message}`);
    }
  }

  async #writeOnce(checkpoint: RunCheckpoint): Promise<void> {
    await this.#checkpoints.write(checkpoint);
    const best = checkpoint.facts.best?.saved.sha256;
    await this.#checkpoints.dropBestBut([this.#best, best].filter(each => each !== undefined));
    this.#best = best;
  }
}

function sizeOf({arrays}: RunCheckpoint): number {
  return arrays.reduce((sum, {byteLength}) => sum + byteLength, 0);
}
