import fs from 'node:fs';
import type {RunEvent, RunEventBody} from '../domain/run-event.js';
import {readEvents} from './read-events.js';

/** Appends to a run's `events.jsonl`. A run has one writer at a time: its worker, and after the worker's death its host. */
export class EventLog {
  /** Opens the file, makes it where it is missing, and cuts off the line that a killed writer left unfinished. */
  static open(file: string): EventLog {
    const {nextSeq, wholeBytes, tornBytes} = readEvents(file);
    if (tornBytes > 0) {
      fs.truncateSync(file, wholeBytes);
    }

    return new EventLog(fs.openSync(file, 'a'), nextSeq);
  }

  readonly #descriptor: number;
  #nextSeq: number;

  private constructor(descriptor: number, nextSeq: number) {
    this.#descriptor = descriptor;
    this.#nextSeq = nextSeq;
  }

  /** Writes one event and returns it once it is on the disk. Where that fails, for want of space say, nothing of it stays. */
  append(body: RunEventBody): RunEvent {
    const event: RunEvent = {seq: this.#nextSeq, at: new Date().toISOString(), ...body};
    const {size} = fs.fstatSync(this.#descriptor);
    try {
      fs.appendFileSync(this.#descriptor, `${JSON.stringify(event)}\n`);
      fs.fsyncSync(this.#descriptor);
    } catch (error) {
      fs.ftruncateSync(this.#descriptor, size);
      throw error;
    }

    this.#nextSeq++;
    return event;
  }

  close(): void {
    fs.closeSync(this.#descriptor);
  }
}
