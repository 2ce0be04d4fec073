import type {StoredBoardRow} from '../../domain/board-row.js';
import {UserError} from '../../errors.js';
import {historyReading} from '../../score/published/history-reading.js';
import {protocolScore, type ScoreDistribution} from '../../score/run/protocol-score.js';
import {statedBatches} from '../../score/run/stated-batches.js';
import {readHistory} from '../../spec/published/read-history.js';
import type {RowCounts} from '../../store/queries/right-counts.js';
import type {Store} from '../../store/open-store.js';

const batchSize = 32;

/**
What the way of scoring of what was published says of these rows, by their names: as many batches an epoch as the published history rests on,
or, where there is none to be read, as many as the row's batch size states.
*/
export function protocolScores(rows: readonly StoredBoardRow[], store: Store, cwd: string): Map<string, ScoreDistribution> {
  const counts = store.rightCounts(rows.map(({name}) => name));
  return new Map(rows.flatMap(row => {
    const found = counts.get(row.name);
    return found && isWhole(found) ? [[row.name, protocolScore(found.runs, found.pictures, batchesOf(row, found, cwd))] as const] : [];
  }));
}

function isWhole({runs, pictures, batchSize: stated, stepsPerEpoch = 1}: RowCounts): boolean {
  const isCount = (count: number) => Number.isInteger(count) && count >= 0 && count <= pictures;
  return pictures > 0 && stated > 0 && stepsPerEpoch > 0 && runs.every(epochs => epochs.length > 0 && epochs.every(count => isCount(count)));
}

function batchesOf({published_history: history}: StoredBoardRow, counts: RowCounts, cwd: string): number {
  const restsOn = history === null ? undefined : picturesOf(history, cwd);
  return restsOn === undefined ? statedBatches(counts.pictures, counts) : Math.max(1, Math.floor(restsOn / batchSize));
}

function picturesOf(history: string, cwd: string): number | undefined {
  try {
    return historyReading(readHistory(history, cwd)).restsOn?.[0]?.pictures;
  } catch (error) {
    // `--published` and `validate` tell what is wrong with it.
    if (error instanceof UserError) {
      return undefined;
    }

    throw error;
  }
}
