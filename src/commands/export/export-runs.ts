import path from 'node:path';
import type {ExportedFile, ExportedRun, ExportFormat} from '../../domain/exported-run.js';
import {errors} from '../../errors.js';
import {exportCsv} from '../../report/export/export-csv.js';
import {exportMlflow} from '../../report/export/export-mlflow.js';
import {exportTensorboard} from '../../report/export/export-tensorboard.js';
import {openResults} from '../find-store.js';
import {findRuns} from '../find-runs.js';
import type {Places} from '../places.js';
import {writeExport} from './write-export.js';

const writers: Readonly<Record<ExportFormat, (run: ExportedRun, root: string) => ExportedFile[]>> = {
  csv: exportCsv, tensorboard: exportTensorboard, mlflow: exportMlflow,
};

type ExportOptions = {readonly format: ExportFormat; readonly output: string; readonly places: Places};

/** Writes runs below a folder, and gives how many. Throws a UserError where a word names no run, and where the folder cannot be written. */
export async function exportRuns(given: readonly string[], {format, output, places}: ExportOptions): Promise<number> {
  const store = openResults(places);
  const begun = store.runRows().filter(({epochs_done: epochs}) => epochs > 0).map(row => row.run_id);
  const wanted = given.length > 0 ? given.flatMap(word => findRuns(word, store)) : begun;
  const runIds = [...new Set(wanted)];
  if (runIds.length === 0) {
    throw errors.nothingToExport();
  }

  for (const runId of runIds) {
    for (const file of writers[format](store.exportedRun(runId), path.resolve(output))) {
      await writeExport(output, file);
    }
  }

  store.close();
  return runIds.length;
}
