import type {Buffer} from 'node:buffer';
import test from 'ava';
import crc32c from 'crc-32/crc32c.js';
import {PbfReader} from 'pbf';
import {parse} from 'yaml';
import type {ExportedRun} from '../../../src/domain/exported-run.js';
import {exportCsv} from '../../../src/report/export/export-csv.js';
import {exportMlflow} from '../../../src/report/export/export-mlflow.js';
import {exportTensorboard} from '../../../src/report/export/export-tensorboard.js';

const run: ExportedRun = {
  runId: 'on-3-0123abcd', name: 'on', seed: 3, status: 'done', dataset: 'trashnet', startedAt: '2024-01-01T00:00:00.000Z', endedAt: '2024-01-01T01:00:00.000Z',
  engine: 'tensorflow 2.15.1', device: 'CPU (2 threads)', config: {epochs: 2, optimizer: {name: 'adam', learning_rate: 0.001}, model: {layers: ['flatten']}},
  epochs: [
    {epoch: 1, loss: 1.5, accuracy: 0.25, val_loss: null, val_accuracy: 0.5, learning_rate: 0.001, seconds: 20},
    {epoch: 2, loss: 0.75, accuracy: 0.5, val_loss: 1.25, val_accuracy: 0.625, learning_rate: 0.001, seconds: 10},
  ],
};
const end = Date.parse(run.endedAt!);

test('CSV has Keras\' names, and nothing where there was no number', t => {
  t.deepEqual(exportCsv(run), [{path: 'on-3-0123abcd.csv', content: [
    'epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds',
    '1,1.5,0.25,,0.5,0.001,20',
    '2,0.75,0.5,1.25,0.625,0.001,10',
    '',
  ].join('\r\n')}]);
});

/** The data of TensorFlow records, whose checksums must hold. */
function recordsOf(bytes: Buffer): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = Number(bytes.readBigUInt64LE(at));
    const data = bytes.subarray(at + 12, at + 12 + length);
    for (const [part, sum] of [[bytes.subarray(at, at + 8), at + 8], [data, at + 12 + length]] as const) {
      const rotated = (bytes.readUInt32LE(sum) - 0xA2_82_EA_D8) >>> 0;
      if (((rotated << 15) | (rotated >>> 17)) !== crc32c.buf(part)) {
        throw new Error('a checksum is wrong');
      }
    }

    records.push(data);
    at += 16 + length;
  }

  return records;
}

function scalarsOf(data: Uint8Array) {
  const scalars: Record<string, number> = {};
  let tag = '';
  return new PbfReader(data).readFields((field, event: {time: number; step: number; version: string; scalars: Record<string, number>}, reader) => {
    switch (field) {
      case 1: {
        event.time = reader.readDouble();
        break;
      }

      case 2: {
        event.step = reader.readVarint();
        break;
      }

      case 3: {
        event.version = reader.readString();
        break;
      }

      default: {
        reader.readMessage((_, __, summary) => {
          summary.readMessage((key, ___, value) => {
            if (key === 1) {
              tag = value.readString();
            } else {
              event.scalars[tag] = value.readFloat();
            }
          }, {});
        }, {});
      }
    }
  }, {time: 0, step: 0, version: '', scalars});
}

test('TensorBoard gets an event file a part, with an event an epoch at the time of its end', t => {
  t.is(crc32c.str('123456789') >>> 0, 0xE3_06_92_83, 'CRC-32C, as RFC 3720 has it');
  const [training, validation, ...others] = exportTensorboard(run);
  t.deepEqual(others, []);
  t.is(training!.path, 'on-3-0123abcd/train/events.out.tfevents.0.ablate');
  t.deepEqual(recordsOf(training!.content as Buffer).map(data => scalarsOf(data)), [
    {time: (end - 10_000) / 1000, step: 0, version: 'brain.Event:2', scalars: {}},
    {time: (end - 10_000) / 1000, step: 0, version: '', scalars: {epoch_loss: 1.5, epoch_accuracy: 0.25, epoch_learning_rate: Math.fround(0.001)}},
    {time: end / 1000, step: 1, version: '', scalars: {epoch_loss: 0.75, epoch_accuracy: 0.5, epoch_learning_rate: Math.fround(0.001)}},
  ]);
  t.is(validation!.path, 'on-3-0123abcd/validation/events.out.tfevents.0.ablate');
  t.deepEqual(recordsOf(validation!.content as Buffer).slice(1).map(data => scalarsOf(data).scalars), [
    {epoch_loss: Number.NaN, epoch_accuracy: 0.5}, {epoch_loss: 1.25, epoch_accuracy: 0.625},
  ]);
});

test('MLflow gets a run in an experiment of the row\'s name, with metrics by epoch and the configuration as parameters', t => {
  const files = new Map(exportMlflow(run, '/store').map(({path, content}) => [path.replace(/^\d{18}\//v, '').replace(/^[\da-f]{32}\//v, 'run/'), content as string]));
  t.is((parse(files.get('meta.yaml')!, {version: '1.1'}) as {name: string}).name, 'on');
  t.like(parse(files.get('run/meta.yaml')!, {version: '1.1'}), {run_name: 'on-3-0123abcd', status: 3, start_time: end - 30_000, end_time: end});
  t.is(files.get('run/metrics/val_accuracy'), `${end - 10_000} 0.5 1\n${end} 0.625 2\n`);
  t.is(files.get('run/metrics/val_loss'), `${end - 10_000} nan 1\n${end} 1.25 2\n`);
  t.is(files.get('run/params/optimizer.learning_rate'), '0.001');
  t.is(files.get('run/params/model.layers'), '["flatten"]');
  t.is(files.get('run/tags/mlflow.runName'), 'on-3-0123abcd');
  t.deepEqual(parse(files.get('run/artifacts/config.yaml')!), run.config);
});
