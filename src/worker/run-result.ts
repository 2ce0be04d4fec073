import {Buffer} from 'node:buffer';
import type tf from '@tensorflow/tfjs';
import type {ArtifactEvent, PredictionsEvent} from '../domain/run-event.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {saveModel, type SavedModel} from '../training/save-model.js';
import type {EpochReport} from '../training/train.js';

/** What a run leaves beside its epochs: the model and its answers at the best epoch and at the last. */
export class RunResult {
  readonly #model: tf.LayersModel;
  readonly #folder: RunFolder;
  #last: EpochReport | undefined;
  #best: {readonly report: EpochReport; readonly saved: SavedModel} | undefined;

  constructor(model: tf.LayersModel, folder: RunFolder) {
    this.#model = model;
    this.#folder = folder;
  }

  /** The epoch that was added last. */
  get last(): EpochReport | undefined {
    return this.#last;
  }

  /** Takes an epoch over, at once after it: the first of the highest validation accuracy has its model saved. */
  async add(report: EpochReport): Promise<void> {
    this.#last = report;
    if (!this.#best || report.event.val_accuracy > this.#best.report.event.val_accuracy) {
      this.#best = {report, saved: await saveModel(this.#model, this.#folder.best)};
    }
  }

  /** Saves the model as it is after the last epoch, and tells of what is there. */
  async finish(): Promise<Array<ArtifactEvent | PredictionsEvent>> {
    const saved = await saveModel(this.#model, this.#folder.last);
    return [
      ...describe('last', this.#last!, saved),
      ...describe('best', this.#best!.report, this.#best!.saved),
    ];
  }
}

function describe(of: 'last' | 'best', {event, probabilities}: EpochReport, saved: SavedModel): [ArtifactEvent, PredictionsEvent] {
  const bytes = Buffer.from(probabilities.buffer, probabilities.byteOffset, probabilities.byteLength);
  return [
    {type: 'artifact', kind: `model-${of}`, path: `${of}/model.json`, ...saved},
    {type: 'predictions', of, epoch: event.epoch, probabilities: bytes.toString('base64')},
  ];
}
