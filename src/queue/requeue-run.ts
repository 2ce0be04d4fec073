import type {RunEvent} from '../domain/run-event.js';
import {appendEvent} from '../protocol/append-event.js';
import {readEvents} from '../protocol/read-events.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {closeAbandoned} from './recover-run.js';

/**
Puts a run back into the queue whose events say that it has ended, unless it is done or would be trained anyway. Gives all its events,
for the database to catch up with. Only for the holder of its lease.
*/
export function requeueRun(folder: RunFolder): readonly RunEvent[] {
  const {events} = readEvents(folder.events);
  const last = events.at(-1);
  if (!last) {
    return [];
  }

  closeAbandoned(folder);
  if (last.type === 'ended' && last.status !== 'done' && last.status !== 'interrupted') {
    appendEvent(folder.events, {type: 'requeued'});
  }

  return readEvents(folder.events).events;
}
