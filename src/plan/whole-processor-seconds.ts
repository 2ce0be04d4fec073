import os from 'node:os';

/** How long what took so many seconds with some of the processor's threads should take with all of them. */
export function wholeProcessorSeconds(seconds: number, threads: number): number {
  return seconds * Math.min(1, threads / os.availableParallelism());
}
