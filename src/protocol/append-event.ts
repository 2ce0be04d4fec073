import type {RunEvent, RunEventBody} from '../domain/run-event.js';
import {EventLog} from './event-log.js';

/** Appends one event to a run's file that nobody else writes to. Gives it as it is on disk. */
export function appendEvent<Body extends RunEventBody>(file: string, body: Body): RunEvent & Body {
  const log = EventLog.open(file);
  try {
    return log.append(body);
  } finally {
    log.close();
  }
}
