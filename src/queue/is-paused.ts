import {QueueDatabase} from './queue-database.js';
import {Wishes} from './wishes.js';

/** Whether the runs of a folder are paused. */
export function isPaused(runsFolder: string): boolean {
  const database = QueueDatabase.ofFolder(runsFolder);
  const isPaused = database !== undefined && new Wishes(database).isPaused;
  database?.close();
  return isPaused;
}
