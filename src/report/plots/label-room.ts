import {printableLine} from '../../errors.js';
import {cellWidth} from '../cell-width.js';
import {cutText} from '../cut-text.js';

const most = 34;

/** Pixels that labels beside an axis take. */
export function labelRoom(labels: readonly string[]): number {
  return 16 + Math.ceil(6.8 * Math.min(most, Math.max(0, ...labels.map(label => cellWidth(label)))));
}

/** A label that fits into that, on one line: Plot breaks texts where they have an end of a line. */
export function shortLabel(label: string): string {
  return cutText(printableLine(label), most);
}
