import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import {readHistory} from '../../../src/spec/published/read-history.js';
import {UserError} from '../../../src/errors.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-history-'));
test.after.always(() => {
  rmSync(folder, {recursive: true, force: true});
});

const published = fileURLToPath(new URL('../../../../experiments/published/', import.meta.url));

let files = 0;
function write(content: string | Uint8Array): string {
  const file = path.join(folder, `${files++}.csv`);
  writeFileSync(file, content);
  return file;
}

function read(content: string | Uint8Array) {
  return readHistory(write(content), folder);
}

/** What a user is told of it, without the file's number. */
function told(content: string | Uint8Array): string {
  return toldOf(write(content));
}

function toldOf(file: string): string {
  try {
    readHistory(file, folder);
  } catch (error) {
    if (error instanceof UserError) {
      return `${error.code} ${error.message.replace(path.basename(file), 'h.csv')} → ${error.hint!}`;
    }

    throw error;
  }

  return 'nothing';
}

test('a history of the study is read as it stands', t => {
  const {epochs, accuracyDigits} = readHistory(path.join(published, 'model4-97.csv'), folder);
  t.is(epochs.length, 500);
  t.is(accuracyDigits, 6);
  t.deepEqual(epochs[0], {epoch: 1, loss: 1.729_01, accuracy: 0.284_091, valLoss: 1.736_831, valAccuracy: 0.3125});
  t.deepEqual(epochs.at(-1), {epoch: 500, loss: 0.336_193, accuracy: 0.873_457, valLoss: 0.492_293, valAccuracy: 0.843_75});
});

test('columns may stand in any order beside others, bear Keras\' old names, and count epochs from 0', t => {
  const history = read('\u{FEFF}epoch, acc,loss,lr,val_acc,val_loss\r\n0,0.5,1.25,0.001,0.25,nan\r\n\r\n1.0,"0.75",inf,0.001,0.96875,1e-05\r\n');
  t.deepEqual(history, {
    epochs: [
      {epoch: 1, loss: 1.25, accuracy: 0.5, valLoss: null, valAccuracy: 0.25},
      {epoch: 2, loss: null, accuracy: 0.75, valLoss: 0.000_01, valAccuracy: 0.968_75},
    ],
    accuracyDigits: 5,
  });
});

test('epoch and validation accuracy are enough, and epochs may be left out', t => {
  const {epochs, accuracyDigits} = read('val_accuracy,epoch\n5e-1,10\n6.25e-1,20\n');
  t.deepEqual(epochs, [
    {epoch: 10, loss: null, accuracy: null, valLoss: null, valAccuracy: 0.5},
    {epoch: 20, loss: null, accuracy: null, valLoss: null, valAccuracy: 0.625},
  ]);
  t.is(accuracyDigits, 3);
});

const share = fc.integer({min: 0, max: 1_000_000}).map(millionths => millionths / 1_000_000);
const loss = fc.oneof(fc.constant(null), fc.double({min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true}).map(value => value + 0));
const epochsOf = fc.uniqueArray(fc.integer({min: 1, max: 10_000}), {minLength: 1, maxLength: 30}).map(numbers => numbers.toSorted((a, b) => a - b));

test('whatever is written in any order of columns is read back', t => {
  const keys = ['epoch', 'loss', 'accuracy', 'valLoss', 'valAccuracy'] as const;
  const names = {epoch: 'epoch', loss: 'loss', accuracy: 'accuracy', valLoss: 'val_loss', valAccuracy: 'val_accuracy'};
  const epochs = epochsOf.chain(numbers => fc.tuple(...numbers.map(epoch => fc.record({
    epoch: fc.constant(epoch), loss, accuracy: share, valLoss: loss, valAccuracy: share,
  }))));
  const orders = fc.shuffledSubarray([...keys], {minLength: keys.length});
  fc.assert(fc.property(epochs, orders, fc.constantFrom('\n', '\r\n'), fc.boolean(), (written, order, end, fromZero) => {
    const shift = fromZero ? written[0]!.epoch : 0;
    const lines = written.map(one => order.map(key => key === 'epoch' ? one.epoch - shift : one[key] ?? 'nan').join(','));
    const text = [order.map(key => names[key]).join(','), ...lines].join(end);
    const expected = fromZero ? written.map(one => ({...one, epoch: one.epoch - shift + 1})) : written;
    t.deepEqual(read(text).epochs, expected);
  }), {numRuns: 50});
});

const columns = 'epoch,loss,accuracy,val_loss,val_accuracy\n';

test('what is wrong is told with its line and what to do', t => {
  t.is(told(''), 'bad-history h.csv: it is empty → Its first line names the columns: epoch,loss,accuracy,val_loss,val_accuracy');
  t.is(told(columns), 'bad-history h.csv: it has no epochs, only the names of its columns → Give one line for each epoch.');
  t.is(
    told('epoch;loss;val_accuracy\n1;0.5;0.5\n'),
    'bad-history h.csv:1 expected a column `epoch`, got epoch;loss;val_accuracy → The first line names the columns, parted by commas: epoch,loss,accuracy,val_loss,val_accuracy',
  );
  t.is(
    told('\nepoch,loss,accuracy\n1,0.5,0.5\n'),
    'bad-history h.csv:2 expected a column `val_accuracy` or `val_acc`, got epoch, loss, accuracy → The first line names the columns, parted by commas: epoch,loss,accuracy,val_loss,val_accuracy',
  );
  t.is(told('epoch,val_acc,val_accuracy\n1,0.5,0.5\n'), 'bad-history h.csv:1 expected one column `val_accuracy`, got val_acc and val_accuracy → Leave one of them.');
  t.is(told(`${columns}1,1,0.5,1,0.5\n2,1,0.5,1,half\n`), 'bad-history h.csv:3 val_accuracy: expected a number, got half → Numbers have a point and no unit: 0.75');
  t.is(told(`${columns}1,1,0.5,1,nan\n`), 'bad-history h.csv:2 val_accuracy: expected a number, got nan → Numbers have a point and no unit: 0.75');
  t.is(told(`${columns}1,,0.5,1,0.5\n`), 'bad-history h.csv:2 loss: expected a number, got nothing → Give the figure, or leave the line out.');
  t.is(told(`${columns}1,1,0.5,1,0x1\n`), 'bad-history h.csv:2 val_accuracy: expected a number, got 0x1 → Numbers have a point and no unit: 0.75');
  t.is(told(`${columns}1,1,0.5,1,1e999\n`), 'bad-history h.csv:2 val_accuracy: expected a number, got 1e999 → Numbers have a point and no unit: 0.75');
  t.is(told(`${columns}1,1,0.5,1,78.99\n`), 'bad-history h.csv:2 val_accuracy: expected a share from 0 to 1, got 78.99 → Divide figures in percent by 100.');
  t.is(told(`${columns}1,1,-0.5,1,0.5\n`), 'bad-history h.csv:2 accuracy: expected a share from 0 to 1, got -0.5 → Check the column.');
  t.is(told(`${columns}1.5,1,0.5,1,0.5\n`), 'bad-history h.csv:2 epoch: expected a whole number from 0 on, got 1.5 → Epochs are counted from 0 or from 1.');
  t.is(
    told(`${columns}1,1,0.5,1,0.5\n2,1,0.5,1,0.5\n1,1,0.5,1,0.5\n`),
    'bad-history h.csv:4 epoch: expected one after 2, got 1 → Where a log was appended to, number its epochs on; give each epoch once, in order.',
  );
  t.is(
    told(`${columns}1,1,0.5,1,0,5\n`),
    'bad-history h.csv:2 expected 5 fields, as the first line has, got 6 → Fields are parted by commas, and numbers have a point: 0.75',
  );
  t.is(told(`${columns}1,1,0.5,1,"0.5\n`), 'bad-history h.csv:2 a quote does not close, or stands within a field → Figures need no quotes.');
});

test('what is no text, too large, no file or not there is refused', t => {
  const binary = 'bad-history h.csv: expected a CSV, got something that is no UTF-8 text → Check that it is the file you meant; save it as CSV, UTF-8.';
  t.is(told(Uint8Array.of(0x89, 0x50, 0x4E, 0x47)), binary);
  t.is(told('epoch,val_accuracy\n1,0.5\0\n'), binary);
  const large = write(columns);
  truncateSync(large, 5_000_001);
  t.is(toldOf(large), 'bad-history h.csv: more than 5000000 bytes are too many for a history → Check that it is the file you meant.');
  const steps = Array.from({length: 50_001}, (_, step) => `${step},0.5`);
  t.is(
    told(['epoch,val_accuracy', ...steps].join('\n')),
    'bad-history h.csv: 50001 epochs are too many for a history, at most 50000 are read → Check that a line is an epoch, and not a step.',
  );
  t.is(toldOf(path.join(folder, 'nowhere.csv')), 'cannot-read-file h.csv: cannot be read (no such file or folder) → Check the path and its permissions.');
  mkdirSync(path.join(folder, 'folder.csv'));
  t.is(toldOf(path.join(folder, 'folder.csv')), 'cannot-read-file h.csv: cannot be read (it is a folder) → Check the path and its permissions.');
  execFileSync('mkfifo', [path.join(folder, 'pipe.csv')]);
  t.is(toldOf(path.join(folder, 'pipe.csv')), 'cannot-read-file h.csv: cannot be read (it is a pipe, a socket or a device, and no file) → Check the path and its permissions.');
});

test('a file is named as the user would write it', t => {
  const file = path.join(published, 'model4-97.csv');
  const text = readFileSync(file, 'utf8').replace('0.312500', 'x');
  const error = t.throws(() => read(text), {instanceOf: UserError});
  t.regex(error.message, /^\d+\.csv:2 val_accuracy: /v);
});
