import type {RunEventBody} from '../domain/run-event.js';
import type {RunProfile} from '../domain/run-profile.js';
import type {Progress} from '../protocol/messages.js';
import type {Room} from './room.js';

/** Where a run's news go, and what ends it. */
export type RunOutlets = {
  /** Records an event for good; waits while there is no room for it. */
  readonly emit: (body: RunEventBody) => Promise<void>;
  /** Shows how far the run is. */
  readonly onProgress: (progress: Progress) => void;
  /** Tells what the time went into, where the order asks for it. */
  readonly onProfile: (profile: RunProfile) => void;
  /** A line for whoever reads the run's log. */
  readonly log: (line: string) => void;
  /** For whatever else the run writes. */
  readonly room: Room;
  /** Ends the run as `interrupted` after the step in hand. */
  readonly signal: AbortSignal;
};
