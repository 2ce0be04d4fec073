import {Buffer} from 'node:buffer';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {planSweep} from '../../src/commands/plan-sweep.js';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import type {RunEvent, RunEventBody} from '../../src/domain/run-event.js';
import {cacheFolder} from '../../src/engine/cache-folder.js';
import {Random} from '../../src/engine/random.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {openStore} from '../../src/store/open-store.js';
import {processor} from '../machine.js';
import type {Readers} from '../task.js';

const base = (seeds: number, photos: string, epochs: number) => `dataset: {path: ${JSON.stringify(photos)}}
image_size: 32
model:
  layers:
    - conv2d: {filters: 8, activation: relu}
    - max_pooling2d
    - flatten
    - dense: {units: classes, activation: softmax}
optimizer: {name: adam}
epochs: ${epochs}
seeds: [${Array.from({length: seeds}, (_, seed) => seed).join(', ')}]
`;

/** A folder with rows that differ in their learning rate, and runs of them that are done, as plans and events: their database is lost. */
export async function makeManyRuns({rows, seeds, epochs, photos, folder}: Readers): Promise<void> {
  const experiments = path.join(folder, 'experiments');
  const runs = path.join(folder, 'runs');
  mkdirSync(experiments, {recursive: true});
  writeFileSync(path.join(experiments, 'row0.yaml'), base(seeds, photos, epochs));
  for (let row = 1; row < rows; row++) {
    writeFileSync(path.join(experiments, `row${row}.yaml`), `extends: row0.yaml\noptimizer: {learning_rate: ${row}.0e-6}\n`);
  }

  const places = {cwd: folder, env: process.env, cache: cacheFolder(), runs};
  const {runs: planned} = await planSweep({paths: ['experiments'], overrides: [], slots: [processor]}, places, undefined);
  const store = openStore(runs);
  store.recordPlan(planned);
  store.close();
  rmSync(path.join(runs, 'ablate.db'));
  const random = Random.fromSeed(0).fork('many runs');
  for (const run of planned) {
    writeRun(new RunFolder(runs, run.id), run, random);
  }
}

function writeRun(folder: RunFolder, {experiment, seed, fingerprint, split}: PlannedRun, random: Random): void {
  mkdirSync(folder.path);
  const {epochs} = experiment.config;
  writeFileSync(folder.facts, JSON.stringify({runId: folder.runId, experiment, seed, fingerprint, splitId: split.id}));
  const correct = Buffer.alloc(Math.ceil(split.validation.length / 8), 0b1001_0110).toString('base64');
  const bodies: RunEventBody[] = [
    {type: 'started', attempt: 1, environment: {ablate: '0.1.0', node: process.version, platform: 'linux-x64', engine: 'tensorflow 2.15.1', device: 'CPU (2 threads)', threads: 2}},
    ...Array.from({length: epochs}, (_, index): RunEventBody => ({
      type: 'epoch', epoch: index + 1, loss: random.uniform(), accuracy: random.uniform(), val_loss: random.uniform(), val_accuracy: random.uniform(),
      learning_rate: 0.001, seconds: 1 + random.uniform(), pictures_per_second: 100 * random.uniform(), correct,
    })),
    {type: 'ended', status: 'done', seconds: 100 + random.uniform()},
  ];
  const events: RunEvent[] = bodies.map((body, seq) => ({seq, at: new Date(Date.UTC(2024, 4, 1) + (seq * 1000)).toISOString(), ...body}));
  writeFileSync(folder.events, events.map(event => `${JSON.stringify(event)}\n`).join(''));
}
