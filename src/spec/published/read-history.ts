import {isUtf8} from 'node:buffer';
import type {PublishedEpoch, PublishedHistory} from '../../domain/published-history.js';
import {errors} from '../../errors.js';
import {parseLines, type CsvMistakes, type Line} from '../../files/parse-lines.js';
import {readAtMostSync} from '../../files/read-at-most.js';
import {displayPath} from '../read-source.js';
import {findColumns, type Columns} from './find-columns.js';
import {readEpoch, readLoss, readShare} from './read-figure.js';

/** What a history may be at most: a hundred times the longest of the study. */
const historyLimits = {bytes: 5_000_000, epochs: 50_000} as const;

const mistakes: CsvMistakes = {
  mistake: errors.badHistory,
  hintOfCount: 'Fields are parted by commas, and numbers have a point: 0.75',
  hintOfQuotes: 'Figures need no quotes.',
};

/**
Reads a published history: a CSV whose first line names its columns, `epoch` and `val_accuracy` at least, as Keras' CSVLogger writes it.
Throws a UserError for the first thing that is wrong, at its line.
*/
export function readHistory(absolute: string, cwd: string): PublishedHistory {
  const label = displayPath(absolute, cwd);
  const [header, ...lines] = parseLines(readText(absolute, label), label, mistakes);
  if (!header) {
    throw errors.badHistory(`${label}:`, 'it is empty', 'Its first line names the columns: epoch,loss,accuracy,val_loss,val_accuracy');
  }

  const columns = findColumns(header);
  ensureCount(lines, label);
  const epochs = lines.map(line => epochOf(line, columns));
  ensureOrder(epochs, lines);
  const from = epochs[0]!.epoch === 0 ? 1 : 0;
  return {
    epochs: epochs.map(one => ({...one, epoch: one.epoch + from})),
    accuracyDigits: Math.max(...lines.map(({fields}) => digitsOf(fields[columns.valAccuracy]!))),
  };
}

function readText(absolute: string, label: string): string {
  let bytes;
  try {
    bytes = readAtMostSync(absolute, historyLimits.bytes);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EFBIG'
      ? errors.badHistory(`${label}:`, `more than ${historyLimits.bytes} bytes are too many for a history`, 'Check that it is the file you meant.')
      : errors.cannotReadFile(label, error);
  }

  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw errors.badHistory(`${label}:`, 'expected a CSV, got something that is no UTF-8 text', 'Check that it is the file you meant; save it as CSV, UTF-8.');
  }

  return bytes.toString();
}

function ensureCount(lines: readonly Line[], label: string): void {
  if (lines.length === 0) {
    throw errors.badHistory(`${label}:`, 'it has no epochs, only the names of its columns', 'Give one line for each epoch.');
  }

  if (lines.length > historyLimits.epochs) {
    throw errors.badHistory(`${label}:`, `${lines.length} epochs are too many for a history, at most ${historyLimits.epochs} are read`, 'Check that a line is an epoch, and not a step.');
  }
}

function epochOf(line: Line, columns: Columns): PublishedEpoch {
  return {
    epoch: readEpoch(line, columns.epoch),
    loss: columns.loss === undefined ? null : readLoss(line, columns.loss),
    accuracy: columns.accuracy === undefined ? null : readShare(line, columns.accuracy),
    valLoss: columns.valLoss === undefined ? null : readLoss(line, columns.valLoss),
    valAccuracy: readShare(line, columns.valAccuracy),
  };
}

function ensureOrder(epochs: readonly PublishedEpoch[], lines: readonly Line[]): void {
  const index = epochs.findIndex(({epoch}, place) => place > 0 && epoch <= epochs[place - 1]!.epoch);
  if (index > 0) {
    const [before, got] = [epochs[index - 1]!.epoch, epochs[index]!.epoch];
    throw errors.badHistory(lines[index]!.place, `epoch: expected one after ${before}, got ${got}`, 'Where a log was appended to, number its epochs on; give each epoch once, in order.');
  }
}

// `9.5e-1` has two.
function digitsOf(field: string): number {
  const [mantissa, exponent = '0'] = field.toLowerCase().split('e') as [string, string?];
  return Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
}
