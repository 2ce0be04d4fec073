import {errors} from '../../errors.js';
import type {Line} from '../../files/parse-lines.js';
import {shorten} from '../shorten.js';

const decimal = /^[+\-]?(?:\d+\.?\d*|\.\d+)(?:e[+\-]?\d{1,3})?$/iv;

// What Python and Keras write of a loss that is no number any more.
const noNumber = /^(?:nan|na|[+\-]?inf(?:inity)?)$/iv;

/** The number of an epoch, from 0 on. CSVs that passed through a data frame have it as `7.0`. */
export function readEpoch(line: Line, column: number): number {
  const value = readNumber(line, column);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw mistake(line, column, 'a whole number from 0 on', 'Epochs are counted from 0 or from 1.');
  }

  return value;
}

/** A loss; null where it is `nan`, infinite or `NA`. */
export function readLoss(line: Line, column: number): number | null {
  return noNumber.test(line.fields[column]!) ? null : readNumber(line, column);
}

/** An accuracy, 0 to 1. */
export function readShare(line: Line, column: number): number {
  const value = readNumber(line, column);
  if (value < 0 || value > 1) {
    throw mistake(line, column, 'a share from 0 to 1', value > 1 && value <= 100 ? 'Divide figures in percent by 100.' : 'Check the column.');
  }

  return value;
}

function readNumber(line: Line, column: number): number {
  const field = line.fields[column]!;
  const value = decimal.test(field) ? Number(field) : Number.NaN;
  if (!Number.isFinite(value)) {
    throw mistake(line, column, 'a number', field === '' ? 'Give the figure, or leave the line out.' : 'Numbers have a point and no unit: 0.75');
  }

  return value;
}

function mistake({place, fields, names}: Line, column: number, expected: string, hint: string) {
  const field = fields[column]!;
  return errors.badHistory(place, `${names[column]!}: expected ${expected}, got ${field === '' ? 'nothing' : shorten(field, 60)}`, hint);
}
