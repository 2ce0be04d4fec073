import {cellWidth} from '../cell-width.js';

const most = 34;

/** Pixels that labels beside an axis take. */
export function labelRoom(labels: readonly string[]): number {
  return 16 + Math.ceil(6.8 * Math.min(most, Math.max(0, ...labels.map(label => cellWidth(label)))));
}

/** A label that fits into that. */
export function shortLabel(label: string): string {
  return cellWidth(label) > most ? `${label.slice(0, most - 1)}…` : label;
}
