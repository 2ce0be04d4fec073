import {Buffer} from 'node:buffer';
import type tf from '../engine/tfjs.js';
import type {ArtifactEvent, PredictionsEvent} from '../domain/run-event.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {saveModel, type SavedModel} from '../training/save-model.js';
import type {EpochReport} from '../training/train.js';
import type {Room} from './room.js';

export type BestEpoch = {readonly report: EpochReport; readonly saved: SavedModel};

/** What a run leaves beside its epochs: the model and its answers at the best epoch and at the last. */
export class RunResult {
  readonly #model: tf.LayersModel;
  readonly #folder: RunFolder;
  readonly #room: Room;
  #last: EpochReport | undefined;
  #best: BestEpoch | undefined;

  constructor(model: tf.LayersModel, folder: RunFolder, room: Room) {
    this.#model = model;
    this.#folder = folder;
    this.#room = room;
  }

  /** The epoch that was added last. */
  get last(): EpochReport | undefined {
    return this.#last;
  }

  /** The first of the highest validation accuracy, and its model as it lies in the folder. */
  get best(): BestEpoch | undefined {
    return this.#best;
  }

  /** Takes over what an earlier attempt had. */
  restore({last, best}: Readonly<Partial<Pick<RunResult, 'last' | 'best'>>>): void {
    this.#last = last;
    this.#best = best;
  }

  /** Takes an epoch over, at once after it: the first of the highest validation accuracy has its model saved. */
  async add(report: EpochReport): Promise<void> {
    if (!this.#best || report.event.val_accuracy > this.#best.report.event.val_accuracy) {
      this.#best = {report, saved: await this.#save(this.#folder.best)};
    }

    this.#last = report;
  }

  /** Saves the model as it is after the last epoch, and tells of what is there. */
  async finish(): Promise<Array<ArtifactEvent | PredictionsEvent>> {
    const saved = await this.#save(this.#folder.last);
    return [
      ...describe('last', this.#last!, saved),
      ...describe('best', this.#best!.report, this.#best!.saved),
    ];
  }

  async #save(folder: string): Promise<SavedModel> {
    return this.#room(async () => saveModel(this.#model, folder));
  }
}

function describe(of: 'last' | 'best', {event, probabilities}: EpochReport, saved: SavedModel): [ArtifactEvent, PredictionsEvent] {
  const bytes = Buffer.from(probabilities.buffer, probabilities.byteOffset, probabilities.byteLength);
  return [
    {type: 'artifact', kind: `model-${of}`, path: `${of}/model.json`, ...saved},
    {type: 'predictions', of, epoch: event.epoch, probabilities: bytes.toString('base64')},
  ];
}
