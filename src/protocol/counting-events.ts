import type {RunEvent} from '../domain/run-event.js';
import type {EventsRead} from './read-events.js';

/**
The events by which a run is judged. Where some are missing, what its attempts trained is no result and nothing to go on from, and only
that there were attempts is left: the next one begins anew.
*/
export function countingEvents({events, holes}: EventsRead): readonly RunEvent[] {
  return holes.length === 0 ? events : events.filter(event => isOfCourse(event));
}

function isOfCourse(event: RunEvent): boolean {
  return event.type === 'started' || event.type === 'requeued' || (event.type === 'ended' && event.status !== 'done');
}
