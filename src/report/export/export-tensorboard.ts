import {Buffer} from 'node:buffer';
import crc32c from 'crc-32/crc32c.js';
import {PbfWriter} from 'pbf';
import type {ExportedEpoch, ExportedFile, ExportedRun} from '../../domain/exported-run.js';
import {epochTimes} from './epoch-times.js';

type Tags = Readonly<Record<string, keyof ExportedEpoch>>;

// As Keras' TensorBoard callback lays its runs out and names its scalars.
const parts: Readonly<Record<'train' | 'validation', Tags>> = {
  train: {epoch_loss: 'loss', epoch_accuracy: 'accuracy', epoch_learning_rate: 'learning_rate'},
  validation: {epoch_loss: 'val_loss', epoch_accuracy: 'val_accuracy'},
};

/**
A run's history as two event files of TensorBoard's, one for training and one for validation, in a folder of the run's id. Steps are epochs,
which count from 0 as in Keras' callback.
*/
export function exportTensorboard(run: ExportedRun): ExportedFile[] {
  const times = epochTimes(run);
  const first = (times[0] ?? 0) / 1000;
  return Object.entries(parts).map(([part, tags]) => {
    const records = [versionEvent(first), ...run.epochs.map((epoch, index) => scalarEvent(epoch, tags, times[index]!))];
    return {path: `${run.runId}/${part}/events.out.tfevents.0.ablate`, content: Buffer.concat(records.map(event => recordOf(event)))};
  });
}

// The fields of TensorFlow's event.proto and summary.proto: an Event has wall_time 1, step 2, file_version 3 and summary 5, a Summary has
// values 1, a Value tag 1 and simple_value 2.
function versionEvent(seconds: number): Uint8Array {
  const event = new PbfWriter();
  event.writeDoubleField(1, seconds);
  event.writeStringField(3, 'brain.Event:2');
  return event.finish();
}

function scalarEvent(epoch: ExportedEpoch, tags: Tags, milliseconds: number): Uint8Array {
  const event = new PbfWriter();
  event.writeDoubleField(1, milliseconds / 1000);
  event.writeVarintField(2, epoch.epoch - 1);
  event.writeMessage(5, (_, summary) => {
    for (const [tag, key] of Object.entries(tags)) {
      summary.writeMessage(1, (__, value) => {
        value.writeStringField(1, tag);
        value.writeFloatField(2, epoch[key] ?? Number.NaN);
      }, undefined);
    }
  }, undefined);
  return event.finish();
}

/** TensorFlow's record_writer: the length and its checksum, the data and its own; integers are little-endian. */
function recordOf(data: Uint8Array): Uint8Array {
  const record = Buffer.alloc(data.length + 16);
  record.writeBigUInt64LE(BigInt(data.length), 0);
  record.writeUInt32LE(maskedChecksum(record.subarray(0, 8)), 8);
  record.set(data, 12);
  record.writeUInt32LE(maskedChecksum(data), 12 + data.length);
  return record;
}

function maskedChecksum(bytes: Uint8Array): number {
  const checksum = crc32c.buf(bytes);
  return (((checksum >>> 15) | (checksum << 17)) + 0xA2_82_EA_D8) >>> 0;
}
