import {Buffer} from 'node:buffer';
import {readdir, rm} from 'node:fs/promises';
import path from 'node:path';
import type {BackboneName} from '../../../src/domain/backbone.js';
import type {EpochEvent, PredictionsEvent, RunEvent} from '../../../src/domain/run-event.js';
import {readEvents} from '../../../src/protocol/read-events.js';
import {RunFolder} from '../../../src/protocol/run-folder.js';
import {Inline} from '../../run-inline.js';
import {createCache} from '../../worker/feature-rows.js';
import {readAnswers} from '../answers.js';
import {writeWeights} from '../backbones/write-weights.js';
import {drawnPhotos, recordedFile} from '../places.js';

const common = `
dataset: {path: ${JSON.stringify(drawnPhotos)}}
augment: none
batch_size: 9
`;

// Between them they have every layer, every activation, and windows with zeros on one side only.
const small = `${common}
split: {validation: 0.4}
image_size: 33
epochs: 3
preprocess: caffe
model:
  layers:
    - conv2d: {filters: 5, strides: 2, padding: same, activation: relu, use_bias: false}
    - batch_normalization: {momentum: 0.5}
    - concatenate:
        - conv2d: {filters: 3, kernel_size: 4, padding: same, activation: elu}
        - conv2d: {filters: 3, kernel_size: 1, activation: softplus}
        - batch_normalization: {scale: false, momentum: 0.5}
    - max_pooling2d: {pool_size: 3, strides: 2, padding: same}
    - average_pooling2d: {pool_size: 2, strides: 1, padding: same}
    - dense: {units: 6, activation: tanh}
    - activation: sigmoid
    - concatenate: [global_average_pooling2d, global_max_pooling2d, flatten]
    - flatten
    - batch_normalization: {center: false, momentum: 0.5}
    - dense: {units: 9, activation: selu, use_bias: false}
    - dropout: 0.3
    - dense: {units: classes, activation: softmax}
`;

/** Features of drawn weights are of any size, and its batch normalisation makes them small ones. */
function behind(name: BackboneName, preprocess: string, trainable: string): string {
  return `${common}
split: {validation: 0.4}
image_size: 75
epochs: 2
preprocess: ${preprocess}
model:
  backbone: {name: ${name}, weights: ./${name}.h5, trainable: ${trainable}}
  layers:
    - concatenate: [global_average_pooling2d, global_max_pooling2d]
    - batch_normalization: {momentum: 0.1}
    - dense: {units: classes, activation: softmax}
`;
}

// Every step takes all photos that train, so that their order does not matter.
const scripted = `${common}
image_size: 24
epochs: 8
interpolation: bilinear
split: {method: stratified, validation: 0.4, seed: 2}
preprocess: tf
optimizer: {name: adam, learning_rate: 0.003, clipnorm: 1}
schedule: {name: sgdr, first_decay: 3, t_mul: 1.5, alpha: 0.1, warmup: 2, warmup_from: 0.2}
loss: {label_smoothing: 0.1}
class_weight: balanced
model:
  layers:
    - conv2d: {filters: 8, activation: relu, padding: same, kernel_initializer: he_normal}
    - max_pooling2d
    - conv2d: {filters: 8, strides: 2, activation: elu}
    - concatenate: [global_average_pooling2d, global_max_pooling2d]
    - dense: {units: 16, activation: relu}
    - dense: {units: classes, activation: softmax}
`;

/** The rows whose networks are taken away, and of `scripted` the program too. */
const rows = {
  small,
  mobilenet_v2: behind('mobilenet_v2', 'tf', 'false'),
  efficientnet_b0: behind('efficientnet_b0', 'none', 'false'),
  inception_v3: behind('inception_v3', 'torch', 'mixed9'),
  resnet50: behind('resnet50', 'caffe', 'false'),
  scripted,
};

export type SampleRow = keyof typeof rows;

/** Rows that Keras' answers are kept of. */
export const recordedRows: readonly SampleRow[] = ['small', 'mobilenet_v2', 'scripted'];
export const allRows = Object.keys(rows) as SampleRow[];

export const formats = ['keras', 'savedmodel', 'onnx', 'tfjs'] as const;

/** What ablate said of a row's validation photos, and its epochs. */
export type TrainedRow = {
  readonly runId: string;
  readonly probabilities: Float32Array;
  readonly epochs: readonly EpochEvent[];
};

/** Rows that were trained, and taken away, by the real command line. */
export type Sample = {
  /** Where `<format>/<run>/` lie, `script/<run>.py`, and in `keras/first-…/` what that is to begin from. */
  readonly exports: string;
  readonly rows: Readonly<Partial<Record<SampleRow, TrainedRow>>>;
  readonly remove: () => Promise<void>;
};

/** Trains these rows in a folder of its own and takes them away. Throws where a command fails. */
export async function makeSample(names: readonly SampleRow[]): Promise<Sample> {
  const {folder} = await Inline.create(Object.fromEntries(names.map(name => [`${name}.yaml`, rows[name]])));
  const inline = new Inline(folder, {ABLATE_CACHE: await createCache(folder, 'cache')});
  for (const name of names.filter(each => each !== 'small' && each !== 'scripted')) {
    await writeWeights(path.join(inline.folder, `${name}.h5`), name, factorsOf(name));
  }

  await call(inline, 'run', ...names.map(name => `${name}.yaml`));
  for (const format of formats) {
    await call(inline, 'export', format, ...names.filter(name => name !== 'scripted'));
  }

  if (names.includes('scripted')) {
    await takeScript(inline);
  }

  return {
    exports: path.join(inline.folder, 'export'),
    rows: Object.fromEntries(await Promise.all(names.map(async name => [name, await readRow(inline.folder, name)]))),
    remove: async () => rm(inline.folder, {recursive: true}),
  };
}

type Scaled = {readonly name: string; readonly factors: Readonly<Record<string, number>>};

/** What Keras scaled kernels with, where it was recorded, so that features neither vanish nor grow from layer to layer. */
function factorsOf(name: BackboneName): Readonly<Record<string, number>> {
  const {backbones} = readAnswers<{readonly backbones: readonly Scaled[]}>(recordedFile('backbones'));
  return backbones.find(backbone => backbone.name === name)?.factors ?? {};
}

async function takeScript(inline: Inline): Promise<void> {
  // Steps too small for float32 leave the first weights as they are.
  await inline.write('first.yaml', 'extends: scripted.yaml\nepochs: 1\noptimizer: {name: sgd, learning_rate: 1.0e-30}\nschedule: {name: constant, warmup: 0, warmup_from: null}\n');
  await call(inline, 'run', 'first.yaml');
  await call(inline, 'export', 'keras', 'first');
  await call(inline, 'export', 'script', 'scripted.yaml');
}

async function call(inline: Inline, ...args: string[]): Promise<void> {
  const {code, stderr} = await inline.ablate(...args);
  if (code !== 0) {
    throw new Error(`ablate ${args.join(' ')} ended with ${code}: ${stderr}`);
  }
}

async function readRow(folder: string, name: string): Promise<TrainedRow> {
  const runs = path.join(folder, 'runs');
  const runId = (await readdir(runs)).find(each => each.startsWith(`${name}-0-`))!;
  const {events} = readEvents(new RunFolder(runs, runId).events);
  const {probabilities} = events.find((event): event is RunEvent & PredictionsEvent => event.type === 'predictions' && event.of === 'last')!;
  const bytes = Uint8Array.from(Buffer.from(probabilities, 'base64'));
  return {runId, probabilities: new Float32Array(bytes.buffer), epochs: events.filter((event): event is RunEvent & EpochEvent => event.type === 'epoch')};
}
