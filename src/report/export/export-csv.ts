import type {ExportedFile, ExportedRun} from '../../domain/exported-run.js';
import {csvField} from '../csv-field.js';

const columns = ['epoch', 'loss', 'accuracy', 'val_loss', 'val_accuracy', 'learning_rate', 'seconds'] as const;

/** A run's history as a CSV file, under the names of Keras' `CSVLogger`; epochs count from 1. */
export function exportCsv(run: ExportedRun): ExportedFile[] {
  const lines = [columns.join(','), ...run.epochs.map(epoch => columns.map(column => csvField(epoch[column])).join(','))];
  return [{path: `${run.runId}.csv`, content: `${lines.join('\r\n')}\r\n`}];
}
