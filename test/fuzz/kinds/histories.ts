import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {readHistory} from '../../../src/spec/published/read-history.js';
import {historyReading} from '../../../src/score/published/history-reading.js';
import {complainOfError} from '../complain.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const published = new URL('../../../../experiments/published/', import.meta.url);
const right = ['model7-44.csv', 'model1-78.csv'].map(name => readFileSync(new URL(name, published)));
const field = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom('1', '2', '3', '0.5', '0.968750', '1.0')},
  {weight: 1, arbitrary: fc.constantFrom('', 'nan', '-inf', '1e400', '1e-999', '-0', '0x10', '"', '"0.5"', '97 %', '0,5', '__proto__', '\u{1B}[31m', '\u{202E}', '\u{FEFF}', '\0', '٣', '9'.repeat(400))},
);
const name = fc.constantFrom('epoch', 'loss', 'accuracy', 'val_loss', 'val_accuracy', 'acc', 'val_acc', 'Epoch', '', 'constructor', '"epoch"');
const wantedNames = fc.constant(['epoch', 'val_accuracy', 'loss']);
const fields = fc.oneof(
  {weight: 4, arbitrary: fc.array(field, {minLength: 3, maxLength: 3})},
  {weight: 1, arbitrary: fc.array(field, {maxLength: 7})},
);
const lines = fc.tuple(
  fc.oneof({weight: 2, arbitrary: wantedNames}, {weight: 1, arbitrary: fc.array(name, {maxLength: 6})}),
  fc.array(fields, {maxLength: 6}),
  fc.constantFrom('\n', '\r\n', '\r', '\n\n', ';'),
).map(([header, rows, end]) => Buffer.from([header, ...rows].map(row => row.join(',')).join(end)));

/** Published histories: read, they are epochs in order whose figures are shares, and what is said of them is of their own numbers. */
export const histories: Kind<Uint8Array> = {
  name: 'histories',
  tries: 250,
  seconds: 2,
  inputs: fc.oneof(damagedBytes(right), lines),
  async attempt(bytes, folder) {
    await writeFiles(folder, {'history.csv': bytes});
    let history;
    try {
      history = readHistory(path.join(folder, 'history.csv'), folder);
    } catch (error) {
      // The command line leaves the terminal no orders.
      return complainOfError(error, [Buffer.from(bytes).toString()], text => text);
    }

    const {epochs} = history;
    if (epochs.some(({epoch, valAccuracy}, index) => epoch <= (epochs[index - 1]?.epoch ?? 0) || !(valAccuracy >= 0 && valAccuracy <= 1))) {
      return `epochs out of order, or no shares: ${JSON.stringify(epochs.slice(0, 5))}`;
    }

    const {last, best, meanOfLast, restsOn} = historyReading(history);
    const counted = restsOn?.reduce((sum, one) => sum + one.epochs, 0) ?? epochs.length;
    return best.accuracy >= last.accuracy && best.accuracy >= meanOfLast - 1e-12 && counted === epochs.length
      ? undefined
      : `a reading that cannot be: ${JSON.stringify({last, best, meanOfLast, restsOn})}`;
  },
};
