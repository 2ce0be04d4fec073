import {createHash} from 'node:crypto';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {stringify} from 'yaml';
import type {RunStatus} from '../../domain/run-event.js';
import type {ExportedEpoch, ExportedFile, ExportedRun} from '../../domain/exported-run.js';
import {epochTimes} from './epoch-times.js';
import {flattenConfig} from './flatten-config.js';
import {mlflowKey} from './mlflow-key.js';

const metrics = ['loss', 'accuracy', 'val_loss', 'val_accuracy', 'learning_rate'] as const satisfies ReadonlyArray<keyof ExportedEpoch>;
// MLflow's RunStatus.
const statuses: Readonly<Record<RunStatus, number>> = {
  queued: 2, running: 1, done: 3, failed: 4, 'timed-out': 4, 'out-of-memory': 4, interrupted: 5, cancelled: 5,
};
// MLflow keeps no longer ones in files.
const longestParam = 6000;

/**
A run as the file store of MLflow keeps it that is to lie in `root`, an absolute path: in an experiment of its row's name, each epoch a step,
the configuration as parameters and as an artifact.
*/
export function exportMlflow(run: ExportedRun, root: string): ExportedFile[] {
  const experimentId = idOf(`experiment ${run.name}`, 18);
  const runId = idOf(run.runId, 32);
  const times = epochTimes(run);
  const folder = `${experimentId}/${runId}`;
  const place = (name: string) => pathToFileURL(path.join(root, name)).href;
  const end = run.endedAt === null ? null : Date.parse(run.endedAt);
  const start = times.length > 0 ? times[0]! - (run.epochs[0]!.seconds * 1000) : Date.parse(run.startedAt ?? '1970-01-01T00:00:00Z');
  return [
    {path: `${experimentId}/meta.yaml`, content: yaml({
      artifact_location: place(experimentId), creation_time: Math.round(start), experiment_id: experimentId, last_update_time: Math.round(start),
      lifecycle_stage: 'active', name: run.name,
    })},
    {path: `${folder}/meta.yaml`, content: yaml({
      artifact_uri: place(`${folder}/artifacts`), end_time: end, entry_point_name: '', experiment_id: experimentId, lifecycle_stage: 'active',
      run_id: runId, run_name: run.runId, run_uuid: runId, source_name: '', source_type: 4, source_version: '', start_time: Math.round(start),
      status: statuses[run.status], tags: [], user_id: 'ablate',
    })},
    {path: `${folder}/artifacts/config.yaml`, content: yaml(run.config)},
    ...metrics.map(metric => ({path: `${folder}/metrics/${metric}`, content: linesOf(run, metric, times)})),
    ...[...flattenConfig(run.config), ['seed', String(run.seed)] as const].map(([key, value]) =>
      ({path: `${folder}/params/${mlflowKey(key)}`, content: value.slice(0, longestParam)})),
    ...Object.entries({'mlflow.runName': run.runId, row: run.name, dataset: run.dataset, engine: run.engine ?? '', device: run.device ?? ''})
      .map(([key, value]) => ({path: `${folder}/tags/${key}`, content: value})),
  ];
}

// MLflow reads YAML 1.1, in which `on` is no name.
function yaml(value: unknown): string {
  return stringify(value, {version: '1.1'});
}

// Its ids are digits, and hexadecimal digits.
function idOf(text: string, length: 18 | 32): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return length === 32 ? digest.slice(0, length) : (BigInt(`0x${digest}`) % (10n ** 18n)).toString().padStart(length, '1');
}

function linesOf({epochs}: ExportedRun, metric: (typeof metrics)[number], times: readonly number[]): string {
  return epochs.map(({epoch, [metric]: value}, index) => `${times[index]!} ${value ?? 'nan'} ${epoch}\n`).join('');
}
