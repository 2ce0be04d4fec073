import type {BoardRow} from '../../domain/board-row.js';
import {changesOrRoot} from '../format-changes.js';

/** What a row changes against its parent; where that is more than one thing, how many comes first. */
export function changesText({status, parent, changes, changed}: BoardRow): string {
  if (status === 'published') {
    return '';
  }

  const text = changesOrRoot(parent, changes);
  return changed > 1 ? `${changed} things: ${text}` : text;
}
