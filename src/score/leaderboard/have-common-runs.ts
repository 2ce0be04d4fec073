/** Whether two rows, each the runs of its seeds, have one in common. */
export function haveCommonRuns(one: readonly string[], other: readonly string[]): boolean {
  const runIds = new Set(one);
  return other.some(runId => runIds.has(runId));
}
