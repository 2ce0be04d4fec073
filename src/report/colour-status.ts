import chalk from 'chalk';
import type {RunStatus} from '../domain/run-event.js';

const colours: Readonly<Record<RunStatus, (text: string) => string>> = {
  done: chalk.green,
  running: chalk.cyan,
  failed: chalk.red,
  'timed-out': chalk.red,
  'out-of-memory': chalk.red,
  interrupted: chalk.yellow,
  cancelled: chalk.yellow,
  queued: chalk.dim,
};

/** Words for a run's status in its colour. */
export function colourStatus(status: RunStatus, words: string = status): string {
  return colours[status](words);
}
