import path from 'node:path';
import type {ExportedFile, ModelFormat} from '../../domain/exported-run.js';
import {ablateVersion} from '../../files/ablate-version.js';
import {describeModel} from '../../takeaway/describe-model.js';
import {writeKeras} from '../../takeaway/write-keras.js';
import {writeOnnx} from '../../takeaway/write-onnx.js';
import {writeSavedModel} from '../../takeaway/write-savedmodel.js';
import {writeTfjs} from '../../takeaway/write-tfjs.js';
import {openResults} from '../find-store.js';
import {findRuns} from '../find-runs.js';
import type {Places} from '../places.js';
import {takeRun, type TakenRun} from './take-run.js';
import {writeExport} from './write-export.js';

type Writer = (run: TakenRun) => ExportedFile[] | Promise<ExportedFile[]>;

const writers: Readonly<Record<ModelFormat, Writer>> = {
  keras: async ({network}) => writeKeras(network, 'model'),
  tfjs: ({network}) => writeTfjs(network, 'model'),
  savedmodel: ({network}) => writeSavedModel(network),
  onnx: ({network, facts, split}) => writeOnnx(network, {
    name: facts.runId, producerVersion: ablateVersion(), metadata: {classes: JSON.stringify(split.classes)},
  }),
};

type ModelOptions = {readonly format: ModelFormat; readonly of: 'last' | 'best'; readonly output: string; readonly places: Places};

/** Writes the networks of runs, each into a folder of the run's id, and gives these. Throws a UserError where one cannot be taken away. */
export async function exportModels(given: readonly string[], {format, of, output, places}: ModelOptions): Promise<string[]> {
  const store = openResults(places);
  const runIds = [...new Set(given.flatMap(word => findRuns(word, store)))];
  store.close();
  for (const runId of runIds) {
    const run = await takeRun(runId, of, places);
    const about = {path: 'about.json', content: `${JSON.stringify(describeModel({...run, format, of}), undefined, 2)}\n`};
    for (const {path: name, content} of [about, ...await writers[format](run)]) {
      await writeExport(output, {path: `${runId}/${name}`, content});
    }
  }

  return runIds.map(runId => path.join(output, runId));
}
