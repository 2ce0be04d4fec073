import {Buffer} from 'node:buffer';
import type {RunEvent} from '../domain/run-event.js';
import {readAtMostSync} from '../files/read-at-most.js';
import {eventShapes} from './event-shapes.js';

/** What stands in an `events.jsonl`. */
export type EventsRead = {
  /** In the order of their `seq`, each `seq` once. */
  readonly events: readonly RunEvent[];
  /** Lines that are no event, without the torn last one. */
  readonly damaged: readonly DamagedLine[];
  /** Those of them whose events are missing: no attempt began anew behind them. */
  readonly holes: readonly DamagedLine[];
  /** The `seq` that the next event must have. */
  readonly nextSeq: number;
  /** Length of the whole lines. What follows is a line whose writer died in the middle of it. */
  readonly wholeBytes: number;
  readonly tornBytes: number;
};

/** `line` counts from 1. */
export type DamagedLine = {readonly line: number; readonly reason: string};

// Far more than the events of the longest run take, and less than a text can hold.
const mostBytes = 2 ** 28;

/** Reads a run's events; a file that does not exist holds none. A torn last line was never told to anybody and is left out. */
export function readEvents(file: string): EventsRead {
  const bytes = readBytes(file);
  const wholeBytes = bytes.lastIndexOf('\n') + 1;
  const events: RunEvent[] = [];
  const damaged: DamagedLine[] = [];
  let nextSeq = 0;
  let begunIn = 0;
  const lines = bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) {
    const event = parseEvent(line, nextSeq);
    if (typeof event === 'string') {
      damaged.push({line: index + 1, reason: event});
    } else {
      events.push(event);
      nextSeq = event.seq + 1;
      begunIn = event.type === 'started' && !event.resumed ? index + 1 : begunIn;
    }
  }

  const holes = damaged.filter(({line}) => line > begunIn);
  return {events, damaged, holes, nextSeq: Math.max(nextSeq, lines.length), wholeBytes, tornBytes: bytes.length - wholeBytes};
}

function readBytes(file: string): Buffer {
  try {
    return readAtMostSync(file, mostBytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return Buffer.alloc(0);
    }

    throw error;
  }
}

/** The event, or in words why the line is none. */
function parseEvent(line: string, nextSeq: number): RunEvent | string {
  let event: Partial<RunEvent> | null;
  try {
    event = JSON.parse(line) as Partial<RunEvent> | null;
  } catch {
    return 'not JSON';
  }

  if (!event || !Object.hasOwn(eventShapes, String(event.type)) || typeof event.at !== 'string') {
    return 'not an event';
  }

  if (!Number.isSafeInteger(event.seq)) {
    return 'seq: expected a whole number';
  }

  if (event.seq! < nextSeq) {
    return `expected a seq of ${nextSeq} or more, got ${event.seq}`;
  }

  return eventShapes[event.type!](event) ?? event as RunEvent;
}
