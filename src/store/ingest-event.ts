import {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';
import type {ArtifactEvent, EndedEvent, EpochEvent, PredictionsEvent, RunEvent, StartedEvent} from '../domain/run-event.js';

/** Takes in one event of a recorded run; false if the run's events up to it are in already. */
export type Ingest = (runId: string, event: RunEvent) => boolean;

type Dated<Body> = Body & {readonly at: string};

/** Prepares what takes in events: one transaction each, and each once, however often it comes. */
export function prepareIngest(db: Database): Ingest {
  const ingest = db.transaction(prepareIngestWithin(db));
  return (runId, event) => ingest.immediate(runId, event);
}

/** The same for who is in a transaction. */
export function prepareIngestWithin(db: Database): Ingest {
  const position = db.prepare<[string], number>('SELECT events_ingested FROM runs WHERE run_id = ?').pluck();
  const advance = db.prepare('UPDATE runs SET events_ingested = ? WHERE run_id = ?');
  const apply = prepareApply(db);
  return (runId, event) => {
    const next = position.get(runId);
    if (next === undefined) {
      throw new Error(`The run ${runId} was never recorded`);
    }

    if (event.seq < next) {
      return false;
    }

    apply(runId, event);
    advance.run(event.seq + 1, runId);
    return true;
  };
}

function prepareApply(db: Database): (runId: string, event: RunEvent) => void {
  const started = prepareStarted(db);
  const epoch = prepareEpoch(db);
  const predictions = preparePredictions(db);
  const artifact = prepareArtifact(db);
  const ended = prepareEnded(db);
  const requeued = db.prepare('UPDATE runs SET status = \'queued\', ended_at = NULL, problem_code = NULL, problem = NULL, hint = NULL WHERE run_id = ?');
  return (runId, event) => {
    switch (event.type) {
      case 'started': {
        started(runId, event);
        break;
      }

      case 'epoch': {
        epoch(runId, event);
        break;
      }

      case 'predictions': {
        predictions(runId, event);
        break;
      }

      case 'artifact': {
        artifact(runId, event);
        break;
      }

      case 'ended': {
        ended(runId, event);
        break;
      }

      case 'requeued': {
        requeued.run(runId);
      }
    }
  };
}

/** A new attempt takes the place of whatever an earlier one recorded, but for the epochs before the one that it goes on in. */
function prepareStarted(db: Database): (runId: string, event: Dated<StartedEvent>) => void {
  const clear = ['predictions', 'artifacts'].map(table => db.prepare(`DELETE FROM ${table} WHERE run_id = ?`));
  const clearEpochs = db.prepare('DELETE FROM epochs WHERE run_id = ? AND epoch >= ?');
  const start = db.prepare(`
    UPDATE runs SET
      status = 'running', attempts = :attempt, started_at = :at,
      resumed_epoch = :epoch, earlier_seconds = :seconds, notes = :notes, micro_batch = iif(:epoch IS NULL, NULL, micro_batch),
      ended_at = NULL, seconds = NULL, peak_memory_bytes = NULL, problem_code = NULL, problem = NULL, hint = NULL,
      ablate = :ablate, node = :node, platform = :platform, engine = :engine, device = :device, threads = :threads, git_commit = :git_commit
    WHERE run_id = :runId
  `);
  return (runId, {at, attempt, environment, resumed, notes}) => {
    for (const statement of clear) {
      statement.run(runId);
    }

    clearEpochs.run(runId, resumed?.epoch ?? 1);
    const beginning = {epoch: resumed?.epoch ?? null, seconds: resumed?.seconds ?? 0, notes: notes ? JSON.stringify(notes) : null};
    start.run({git_commit: null, ...environment, runId, at, attempt, ...beginning});
  };
}

function prepareEpoch(db: Database): (runId: string, event: EpochEvent) => void {
  const insert = db.prepare(`
    INSERT OR REPLACE INTO epochs (run_id, epoch, loss, accuracy, val_loss, val_accuracy, learning_rate, seconds, pictures_per_second, correct)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `);
  const part = db.prepare('UPDATE runs SET micro_batch = ? WHERE run_id = ?');
  return (runId, {epoch, loss, accuracy, val_loss, val_accuracy, learning_rate, seconds, pictures_per_second, correct, micro_batch: microBatch}) => {
    const figures = [loss, accuracy, val_loss, val_accuracy, learning_rate, seconds, pictures_per_second].map(figure => finite(figure));
    insert.run(runId, epoch, ...figures, Buffer.from(correct, 'base64'));
    if (microBatch !== undefined) {
      part.run(microBatch, runId);
    }
  };
}

function preparePredictions(db: Database): (runId: string, event: PredictionsEvent) => void {
  const insert = db.prepare('INSERT OR REPLACE INTO predictions (run_id, of_epoch, epoch, probabilities) VALUES (?, ?, ?, ?)');
  return (runId, {of, epoch, probabilities}) => {
    insert.run(runId, of, epoch, Buffer.from(probabilities, 'base64'));
  };
}

function prepareArtifact(db: Database): (runId: string, event: ArtifactEvent) => void {
  const insert = db.prepare('INSERT OR REPLACE INTO artifacts (run_id, kind, path, bytes, sha256) VALUES (?, ?, ?, ?, ?)');
  return (runId, {kind, path, bytes, sha256}) => {
    insert.run(runId, kind, path, bytes, sha256);
  };
}

function prepareEnded(db: Database): (runId: string, event: Dated<EndedEvent>) => void {
  const end = db.prepare(`
    UPDATE runs SET
      status = ?, ended_at = ?, seconds = earlier_seconds + ?, peak_memory_bytes = ?, problem_code = ?, problem = ?, hint = ?
    WHERE run_id = ?
  `);
  return (runId, {status, at, seconds, peak_memory_bytes: peak, problem}) => {
    end.run(status, at, seconds, peak ?? null, problem?.code ?? null, problem?.message ?? null, problem?.hint ?? null, runId);
  };
}

/** JSON knows no NaN: a lost loss is null in the events file, NaN in the worker's message, and NULL here. */
function finite(value: number | null): number | null {
  return Number.isFinite(value) ? value : null;
}
