import type {QueueUpdate} from '../domain/queue-update.js';

/** Shows a sweep while it runs. */
export type ProgressView = {
  update(update: QueueUpdate): void;
  /** Says something between the runs, without spoiling what is drawn. */
  note(text: string): void;
  /** Leaves the terminal as it should stay. */
  close(): void;
};
