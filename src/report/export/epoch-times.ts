import type {ExportedRun} from '../../domain/exported-run.js';

/**
When each epoch ended, in milliseconds since 1970: counted back from the run's end by what the epochs took. Of a run that was
interrupted the pauses are so left out.
*/
export function epochTimes({startedAt, endedAt, epochs}: ExportedRun): number[] {
  const all = epochs.reduce((sum, {seconds}) => sum + seconds, 0);
  const begun = endedAt === null ? Date.parse(startedAt ?? '1970-01-01T00:00:00Z') : Date.parse(endedAt) - (all * 1000);
  let spent = 0;
  return epochs.map(({seconds}) => {
    spent += seconds;
    return Math.round(begun + (spent * 1000));
  });
}
