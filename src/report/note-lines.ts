import chalk from 'chalk';
import type {RunDetails} from '../domain/run-details.js';

/** What was otherwise than asked for, though the run may be done, each below an empty line. */
export function noteLines({run_id: runId, micro_batch: microBatch, notes}: Pick<RunDetails, 'run_id' | 'micro_batch' | 'notes'>): string[] {
  const texts = [
    ...notes,
    ...microBatch === null ? [] : [`for want of memory at most ${microBatch} ${microBatch === 1 ? 'picture' : 'pictures'} at a time, each step of a whole batch all the same`],
  ];
  return texts.flatMap(text => ['', `${chalk.yellow('●')} ${runId}: ${text}`]);
}
