import type {Database} from 'better-sqlite3';
import type {ExportedEpoch} from '../../domain/exported-run.js';

/** The stored epochs of a run, in order. */
export function runEpochs(db: Database, runId: string): ExportedEpoch[] {
  return db.prepare<[string], ExportedEpoch>(`
    SELECT epoch, loss, accuracy, val_loss, val_accuracy, learning_rate, seconds FROM epochs WHERE run_id = ? ORDER BY epoch
  `).all(runId);
}
