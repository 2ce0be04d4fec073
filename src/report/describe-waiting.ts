import type {WaitingForRoom} from '../domain/queue-update.js';
import {formatBytes} from './format-bytes.js';

/** What a run waits for while the disk is full. */
export function describeWaiting({bytes}: WaitingForRoom): string {
  return `waiting: no room on the disk${bytes === undefined ? '' : ` (${formatBytes(bytes)} needed)`}`;
}
