import {errors} from '../../errors.js';
import type {Line} from '../../files/parse-lines.js';
import {shorten} from '../shorten.js';

/** Where each figure stands on a line, counted from 0; undefined where the file has none. */
export type Columns = {
  readonly epoch: number;
  readonly loss: number | undefined;
  readonly accuracy: number | undefined;
  readonly valLoss: number | undefined;
  readonly valAccuracy: number;
};

/** Finds the columns by their names, Keras' of before 2.3 (`acc`, `val_acc`) too, in any order. Others do not count. */
export function findColumns(header: Line): Columns {
  return {
    epoch: required(header, ['epoch']),
    loss: find(header, ['loss']),
    accuracy: find(header, ['accuracy', 'acc']),
    valLoss: find(header, ['val_loss']),
    valAccuracy: required(header, ['val_accuracy', 'val_acc']),
  };
}

function required(header: Line, names: readonly string[]): number {
  const found = find(header, names);
  if (found === undefined) {
    const got = shorten(header.fields.join(', '), 100);
    throw errors.badHistory(header.place, `expected a column ${names.map(name => `\`${name}\``).join(' or ')}, got ${got}`, 'The first line names the columns, parted by commas: epoch,loss,accuracy,val_loss,val_accuracy');
  }

  return found;
}

function find(header: Line, names: readonly string[]): number | undefined {
  const places = [...header.fields.entries()].filter(([, name]) => names.includes(name.toLowerCase()));
  if (places.length > 1) {
    throw errors.badHistory(header.place, `expected one column \`${names[0]!}\`, got ${places.map(([, name]) => name).join(' and ')}`, 'Leave one of them.');
  }

  return places[0]?.[0];
}
