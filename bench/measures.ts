import path from 'node:path';
import type {BackboneName} from '../src/domain/backbone.js';
import type {Layer} from '../src/domain/generated/experiment-config.js';
import {model1, type Inputs} from './inputs.js';
import {root} from './machine.js';
import type {Bar, Measure} from './measure.js';
import type {Scale} from './scale.js';
import type {Task} from './task.js';

/** Everything that `npm run bench` measures, by the name that `--only` takes. */
export const measureNames = [
  'model1',
  'model2',
  'evaluation',
  'head',
  'features-resnet50',
  'features-inception_v3',
  'pipeline-augmented',
  'pipeline-plain',
  'pipeline-cold',
  'memory',
  'runner',
  'sweep',
  'readers',
  'growth-tensors',
  'growth-memory',
] as const;

export type MeasureName = typeof measureNames[number];

/** The names of Keras' sides. */
export const kerasNames = {asItComes: 'Keras as it comes', oneDnn: 'Keras, oneDNN on', withoutOneDnn: 'Keras, oneDNN off'} as const;

/** A measure with what it needs laid out on disk. */
export async function makeMeasure(name: MeasureName, inputs: Inputs, scale: Scale): Promise<Measure> {
  return {name, ...await makers[name](inputs, scale)};
}

type Maker = (inputs: Inputs, scale: Scale) => Promise<Omit<Measure, 'name'>>;

const makers: Record<MeasureName, Maker> = {
  async model1(inputs, scale) {
    return {...computing('model1, a training step', 's', 3), bars: stepBars, plan: inTurns(await trainingStep(inputs, scale, 'model1.yaml'))};
  },
  async model2(inputs, scale) {
    return {...computing('model2, a training step', 's', 3), bars: stepBars, plan: inTurns(await trainingStep(inputs, scale, 'model2.yaml'))};
  },
  async evaluation(inputs, scale) {
    return {...computing('model1, evaluation of a batch', 's', 3), bars: [atMost(0.75)], plan: inTurns(await evaluation(inputs, scale))};
  },
  async head(inputs, scale) {
    return {...computing('head on cached features, nadam', 'steps/s', 1), bars: [atLeast(3)], plan: inTurns(await head(inputs, scale))};
  },
  'features-resnet50': async (inputs, scale) =>
    ({...computing('a photo\'s features, frozen ResNet50', 's', 4), bars: [atMost(0.8)], plan: inTurns(await features(inputs, scale, 'resnet50'))}),
  'features-inception_v3': async (inputs, scale) =>
    ({...computing('a photo\'s features, frozen InceptionV3', 's', 4), bars: [atMost(0.8)], plan: inTurns(await features(inputs, scale, 'inception_v3'))}),
  'pipeline-augmented': async (inputs, scale) =>
    ({...preparing('photos to batches, augmented'), bars: [atLeast(5)], plan: inTurns(await pipeline(inputs, scale))}),
  'pipeline-plain': async (inputs, scale) =>
    ({...preparing('photos to batches, as they are'), bars: [], plan: inTurns(await pipeline(inputs, scale, ['augment=none']))}),
  async 'pipeline-cold'(inputs, scale) {
    const task = {...await pipeline(inputs, scale), isCold: true};
    return {...preparing('photos to augmented batches, decoding for the first time'), bars: [], plan: inTurns(task)};
  },
  memory: async (inputs, scale) => ({
    title: 'model1, peak memory of a run',
    unit: 'MB',
    digits: 0,
    against: 'as it comes',
    bars: [atMost(1)],
    plan: {kind: 'in new processes', task: await peakMemory(inputs, scale), most: 3},
  }),
  async runner(inputs, scale) {
    return runner(inputs, scale);
  },
  async sweep(inputs, scale) {
    return sweep(inputs, scale);
  },
  async readers(inputs, scale) {
    return readers(inputs, scale);
  },
  'growth-tensors': async (inputs, scale) => growth('tensors', inputs, scale),
  'growth-memory': async (inputs, scale) => growth('memory', inputs, scale),
};

async function trainingStep(inputs: Inputs, {batchSize, trainingSteps: steps}: Scale, file: string): Promise<Task> {
  const {config} = inputs.row([], path.join(root, 'experiments/table', file));
  return {task: 'training step', config, classes: inputs.classes, photos: await inputs.photosInMemory(batchSize), steps};
}

async function evaluation(inputs: Inputs, {evaluationBatches, batchSize}: Scale): Promise<Task> {
  const photos = await inputs.photosInMemory(evaluationBatches * batchSize);
  return {task: 'evaluation', config: inputs.row().config, classes: inputs.classes, photos};
}

async function features(inputs: Inputs, {featurePhotos, batchSize}: Scale, backbone: BackboneName): Promise<Task> {
  return {task: 'features', backbone, photos: await inputs.photosInMemory(featurePhotos), classes: inputs.classes, batchSize};
}

async function peakMemory(inputs: Inputs, {memorySteps: steps}: Scale): Promise<Task> {
  return {task: 'peak memory', order: await inputs.orderOfAll(), steps};
}

/** The network behind model4's pooling: it is read with a pooling before it, whose output the features are. */
async function head(inputs: Inputs, {headEpochs: epochs}: Scale): Promise<Task> {
  const {config} = inputs.row([
    'optimizer={name: nadam, learning_rate: 1.0e-4}',
    'model.layers=[global_average_pooling2d, {dense: {units: 1024, activation: relu}}, {dense: {units: classes, activation: softmax}}]',
  ]);
  const model = {...config.model, layers: config.model.layers.slice(1) as [Layer, ...Layer[]]};
  return {task: 'head', config: {...config, model}, classes: inputs.classes, epochs, ...await inputs.features(2048)};
}

async function pipeline(inputs: Inputs, {pipelinePhotos}: Scale, overrides: readonly string[] = []) {
  return {task: 'pipeline' as const, order: await inputs.orderOfFew(pipelinePhotos, overrides), isCold: false};
}

async function growth(of: 'tensors' | 'memory', inputs: Inputs, {growthPhotos, growthEpochs: [early, all]}: Scale): Promise<Omit<Measure, 'name'>> {
  const order = await inputs.orderOfFew(growthPhotos, ['image_size=32', 'batch_size=8', `epochs=${all}`]);
  const afterSteps = (epochs: number) => `ablate after ${epochs * Math.ceil(growthPhotos / 8)} steps`;
  return {
    title: `small model, ${of}`,
    unit: of === 'tensors' ? '' : 'MB',
    digits: 0,
    against: 'as it comes',
    // What is free moves by some MB with the allocator.
    bars: [{against: afterSteps(early), kind: 'at most', ratio: of === 'tensors' ? 1 : 1.05}],
    plan: {kind: 'once', task: {task: 'growth', of, order, early}, sides: [afterSteps(all), afterSteps(early)]},
  };
}

function runner(inputs: Inputs, {imageSize, batchSize, runnerPhotos}: Scale): Omit<Measure, 'name'> {
  const dataset = runnerPhotos === 'all' ? inputs.photosName : 'drawn-litter';
  const overrides = [`dataset=${dataset}`, `image_size=${imageSize}`, `batch_size=${batchSize}`, 'epochs=1'];
  return {
    title: 'model1, an epoch of `ablate run`',
    unit: 's',
    digits: 3,
    against: 'as it comes',
    bars: [{against: 'all of it', kind: 'below', ratio: 0.005}],
    plan: {kind: 'once', task: {task: 'runner', file: model1, overrides, runs: inputs.runs}, sides: ['the runner itself', 'all of it']},
  };
}

function sweep(inputs: Inputs, {sweepRuns: runs, sweepEpochs}: Scale): Omit<Measure, 'name'> {
  const file = path.join(root, 'experiments/quickstart/small.yaml');
  const workers = 'their workers alone, one after another';
  return {
    title: `${runs} short runs by one \`ablate run\``,
    unit: 's',
    digits: 1,
    against: 'as it comes',
    bars: [{against: workers, kind: 'at most', ratio: 1.02}],
    plan: {
      kind: 'once',
      task: {task: 'sweep', file, overrides: ['dataset=drawn-litter', `epochs=${sweepEpochs}`], runs, folder: inputs.runs},
      sides: ['one sweep', workers, '`ablate run` for each'],
    },
  };
}

function readers(inputs: Inputs, {storedRows: rows, storedSeeds: seeds, storedEpochs: epochs}: Scale): Omit<Measure, 'name'> {
  const second = 'a second';
  return {
    title: `beside ${rows * seeds} stored runs of ${epochs} epochs`,
    unit: 's',
    digits: 2,
    against: 'as it comes',
    bars: [{against: second, kind: 'at most', ratio: 1}],
    plan: {
      kind: 'once',
      task: {task: 'readers', rows, seeds, epochs, photos: inputs.fewPhotos, folder: inputs.runs, starts: 5},
      sides: ['the slowest of the next three', second, '`ablate board`', '`ablate status`', '`ablate run` where all is done', '`ablate rebuild`'],
    },
  };
}

function computing(title: string, unit: string, digits: number) {
  return {title, unit, digits, against: 'every setting'} as const;
}

function preparing(title: string) {
  return {title, unit: 'pictures/s', digits: 1, against: 'as it comes'} as const;
}

function inTurns(task: Task) {
  return {kind: 'in turns', task} as const;
}

function atMost(ratio: number): Bar {
  return {against: kerasNames.asItComes, kind: 'at most', ratio};
}

function atLeast(ratio: number): Bar {
  return {against: kerasNames.asItComes, kind: 'at least', ratio};
}

const stepBars: readonly Bar[] = [atMost(0.75), {against: kerasNames.oneDnn, kind: 'below', ratio: 1}];
