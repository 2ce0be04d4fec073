import type {EpochEvent, RunEvent} from '../domain/run-event.js';

/** The epochs that count among a run's events, by their number: an attempt supersedes those from the one that it goes on in. */
export function keptEpochs(events: readonly RunEvent[]): ReadonlyMap<number, EpochEvent> {
  const kept = new Map<number, EpochEvent>();
  for (const event of events) {
    if (event.type === 'epoch') {
      kept.set(event.epoch, event);
    } else if (event.type === 'started') {
      const first = event.resumed?.epoch ?? 1;
      for (const epoch of [...kept.keys()].filter(each => each >= first)) {
        kept.delete(epoch);
      }
    }
  }

  return kept;
}
