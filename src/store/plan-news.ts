import type {Database} from 'better-sqlite3';
import type {Split} from '../domain/dataset.js';
import type {PlannedRun} from '../domain/planned-run.js';
import type {PlanRecord, RecordedRow} from '../domain/plan-record.js';
import {experimentColumns, type ExperimentColumns} from './experiment-columns.js';

/**
What of a plan the database does not hold in that very form, rows whole. Without a journal all of it: the database may have been made
by an ablate that kept none.
*/
export function planNews(db: Database, runs: readonly PlannedRun[], {hasJournal}: {readonly hasJournal: boolean}): PlanRecord {
  const splits = newSplits(db, runs, hasJournal);
  const changed = rowsOf(runs).filter(row => !hasJournal || !isStored(db, row) || row.runs.some(({split}) => splits.has(split)));
  return {
    at: new Date().toISOString(),
    splits: [...splits.values()].map(({root, ...stored}) => stored),
    rows: changed,
  };
}

function rowsOf(runs: readonly PlannedRun[]): RecordedRow[] {
  const rows = new Map<string, RecordedRow & {readonly runs: Array<RecordedRow['runs'][number]>}>();
  for (const {id, experimentId, experiment, seed, fingerprint, split} of runs) {
    const row = rows.get(experimentId) ?? {experimentId, experiment, runs: []};
    rows.set(experimentId, row);
    row.runs.push({id, seed, fingerprint, split: split.id});
  }

  return [...rows.values()];
}

/** Drawn pictures stay drawn, also where a row names their folder: that they are may be news of a split that is stored. */
function newSplits(db: Database, runs: readonly PlannedRun[], hasJournal: boolean): Map<string, Split> {
  const synthetic = db.prepare<[string], number>('SELECT synthetic FROM splits WHERE split_id = ?').pluck();
  const planned = new Map<string, Split>();
  for (const split of new Set(runs.map(run => run.split))) {
    const known = planned.get(split.id);
    planned.set(split.id, known ? {...known, synthetic: known.synthetic || split.synthetic} : split);
  }

  return new Map([...planned].filter(([id, split]) => {
    const stored = synthetic.get(id);
    return !hasJournal || stored === undefined || (split.synthetic && stored === 0);
  }));
}

type Stored = ExperimentColumns & {readonly current: number};

function isStored(db: Database, row: RecordedRow): boolean {
  const stored = db.prepare<[string], Stored>(`
    SELECT name, file, parent, description, config, changes, published, sources, current FROM experiments WHERE experiment_id = ?
  `).get(row.experimentId);
  const columns = experimentColumns(row.experiment);
  return stored?.current === 1
    && Object.entries(columns).every(([column, value]) => stored[column as keyof ExperimentColumns] === value)
    && hasRuns(db, row);
}

/** Whether these, and no others, are the runs that the row has now. */
function hasRuns(db: Database, {experimentId, runs}: RecordedRow): boolean {
  const stored = new Set(db.prepare<[string], string>(`
    SELECT link.seed || ' ' || fingerprint FROM experiment_runs AS link JOIN runs USING (run_id) WHERE experiment_id = ? AND current = 1
  `).pluck().all(experimentId));
  const wanted = new Set(runs.map(({seed, fingerprint}) => `${seed} ${fingerprint}`));
  return stored.size === wanted.size && [...wanted].every(each => stored.has(each));
}
