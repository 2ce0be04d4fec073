import path from 'node:path';
import type {ExportedFile, ModelFormat} from '../../domain/exported-run.js';
import type {RunDetails} from '../../domain/run-details.js';
import {ablateVersion} from '../../files/ablate-version.js';
import type {Store} from '../../store/open-store.js';
import {describeModel} from '../../takeaway/describe-model.js';
import type {TakenNetwork} from '../../takeaway/taken-network.js';
import {writeKeras} from '../../takeaway/write-keras.js';
import {writeOnnx} from '../../takeaway/write-onnx.js';
import {writeSavedModel} from '../../takeaway/write-savedmodel.js';
import {writeTfjs} from '../../takeaway/write-tfjs.js';
import {openResults} from '../find-store.js';
import {findRuns} from '../find-runs.js';
import type {Places} from '../places.js';
import {takeRun} from './take-run.js';
import {writeExport} from './write-export.js';

type Writer = (network: TakenNetwork, run: RunDetails) => ExportedFile[] | Promise<ExportedFile[]>;

const writers: Readonly<Record<ModelFormat, Writer>> = {
  keras: async network => writeKeras(network, 'model'),
  tfjs: network => writeTfjs(network, 'model'),
  savedmodel: network => writeSavedModel(network),
  onnx: (network, {run_id: runId, split}) => writeOnnx(network, {
    name: runId, producerVersion: ablateVersion(), metadata: {classes: JSON.stringify(split.classes)},
  }),
};

type ModelOptions = {readonly format: ModelFormat; readonly of: 'last' | 'best'; readonly output: string; readonly places: Places};

/** Writes the networks of runs, each into a folder of the run's id, and gives these. Throws a UserError where one cannot be taken away. */
export async function exportModels(given: readonly string[], {format, of, output, places}: ModelOptions): Promise<string[]> {
  const store = openResults(places);
  const runs = runsOf(given, store);
  for (const run of runs) {
    const network = await takeRun(run, {of, store, places});
    const about = {path: 'about.json', content: `${JSON.stringify(describeModel(run, of), undefined, 2)}\n`};
    for (const {path: name, content} of [about, ...await writers[format](network, run)]) {
      await writeExport(output, {path: `${run.run_id}/${name}`, content});
    }
  }

  store.close();
  return runs.map(run => path.join(output, run.run_id));
}

/** Each once; as those of the row that was named, where it was. */
function runsOf(given: readonly string[], store: Store): RunDetails[] {
  const named = new Map(given.flatMap(word => findRuns(word, store).map(runId => [runId, word] as const)));
  return [...named].map(([runId, word]) => store.runDetails(runId, word));
}
