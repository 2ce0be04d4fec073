/** Whether a run, or a row, that stands so has failed: as a result, which only a retry trains again. */
export function isFailure(status: string): boolean {
  return status === 'failed' || status === 'timed-out' || status === 'out-of-memory';
}
