import process from 'node:process';
import type {SweepOutput} from '../report/sweep-view.js';

/** The standard output for a sweep. Who read along may leave (`| head`, a closed terminal): that ends other commands, but not a sweep. */
export function openOutput(json: boolean): SweepOutput {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error').on('error', () => undefined);
  }

  return {stream: process.stdout, json};
}
