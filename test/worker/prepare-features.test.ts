import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {mock} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {withLock} from '../../src/files/with-lock.js';
import {FeatureFile} from '../../src/features/feature-file.js';
import {featurePlaces} from '../../src/features/feature-places.js';
import {sourceOf} from '../../src/features/source-of.js';
import {trainingViews} from '../../src/features/training-views.js';
import type {RunOrder} from '../../src/protocol/messages.js';
import type {Batch} from '../../src/training/training-data.js';
import type {LookingProgress} from '../../src/worker/keep-features.js';
import {prepareFeatures} from '../../src/worker/prepare-features.js';
import {completeLayers} from '../complete-layers.js';
import {largestDifferenceToPeak} from '../conformance/differences.js';
import {noAugment} from '../no-augment.js';
import {loadRealEngine} from '../real-engine.js';
import {createRows, featureExperiment, readKept, sharedWeights} from './feature-rows.js';
import {createFolder, tinyOrder} from './tiny-run.js';

test.before(loadRealEngine);

const idle: LookingProgress = {onDecoded: () => undefined, onLooked: () => undefined, signal: new AbortController().signal};
const dense = {dense: {units: 'classes', activation: 'softmax'}};
const channels = 1280;

/** A run on 18 and 6 photos, of 32x32. */
async function createOrder(
  t: ExecutionContext,
  changes: Partial<ExperimentConfig>,
  layers: readonly object[] = [{global_average_pooling2d: {}}, dense],
): Promise<RunOrder> {
  const order = await tinyOrder(await createFolder(t), 'run', {
    image_size: 32,
    preprocess: 'tf',
    model: {backbone: {name: 'mobilenet_v2', weights: '/mobilenet.h5', trainable: false}, layers: completeLayers(layers)},
    ...changes,
  });
  return {...order, weights: await sharedWeights()};
}

type Row = {readonly values: Float32Array; readonly classIndex: number};

/** Each photo's row and class, in their order. */
function rowsOf(batches: Iterable<Batch>): Row[] {
  return [...batches].flatMap(({pictures, labels}) => {
    const width = pictures.size / pictures.shape[0];
    const [values, classes] = [pictures.dataSync<'float32'>(), tf.tidy(() => labels.argMax(1).dataSync())];
    tf.dispose([pictures, labels]);
    return Array.from(classes, (classIndex, index) => ({values: values.slice(index * width, (index + 1) * width), classIndex}));
  });
}

/** The same rows whatever their order. */
const sorted = (rows: readonly Row[]) => rows.map(({values, classIndex}) => `${classIndex}: ${values.join(' ')}`).toSorted();

test.serial('epochs take the views in turn, every photo with its class, each in an order of its own', async t => {
  const order = await createOrder(t, {features: {views: 3}});
  const {training, validation} = await prepareFeatures(order, idle);
  t.deepEqual([training.count, training.steps, validation.count, validation.steps], [18, 3, 6, 1]);
  const {config} = order.experiment;
  const expected = await Promise.all(trainingViews(config).map(async view => {
    const file = await FeatureFile.open(featurePlaces(order.cache, sourceOf(config, order, view)).records);
    return sorted(order.split.training.map(({digest, classIndex}) => ({values: file.take([digest], [[0, channels]]), classIndex})));
  }));
  t.is(new Set(expected.map(rows => rows.join('\n'))).size, 3);
  const epochs = Array.from({length: 6}, (_, index) => rowsOf(training.batches(index + 1)));
  for (const [index, rows] of epochs.entries()) {
    t.deepEqual(sorted(rows), expected[index % 3]);
  }

  t.notDeepEqual(epochs[3], epochs[0]);
  t.deepEqual(rowsOf(training.batches(1)), epochs[0]);

  const plain = await FeatureFile.open(featurePlaces(order.cache, sourceOf(config, order)).records);
  const inOrder = order.split.validation.map(({digest, classIndex}) => ({values: plain.take([digest], [[0, channels]]), classIndex}));
  t.deepEqual(rowsOf(validation.batches()), inOrder);
});

test.serial('exact looks anew in every epoch, and keeps only what validates', async t => {
  const order = await createOrder(t, {features: 'exact'});
  const {training} = await prepareFeatures(order, idle);
  const [one, two] = [rowsOf(training.batches(1)), rowsOf(training.batches(2))];
  t.is(one.length, 18);
  t.is(new Set([...sorted(one), ...sorted(two)]).size, 2 * 18);
  t.deepEqual(sorted(rowsOf(training.batches(1))), sorted(one));
  t.deepEqual((await readKept(order.cache)).map(({view, digests}) => [view, digests.length]), [[undefined, 6]]);
});

test.serial('what is kept is what looking anew, and feature maps, give where nothing is drawn', async t => {
  const poolings = [{concatenate: [{global_max_pooling2d: {}}, {global_average_pooling2d: {}}]}, dense];
  const order = await createOrder(t, {image_size: 64, augment: noAugment, features: {views: 1}}, poolings);
  const {experiment} = order;
  const changed = (changes: Partial<ExperimentConfig>) => ({...order, experiment: {...experiment, config: {...experiment.config, ...changes}}});
  const kept = rowsOf((await prepareFeatures(order, idle)).training.batches(1));
  const anew = rowsOf((await prepareFeatures(changed({features: 'exact'}), idle)).training.batches(1));
  const {backbone} = experiment.config.model;
  const unpooled = changed({features: 'exact', model: {backbone: backbone!, layers: completeLayers([{flatten: {}}, dense])}});
  const maps = rowsOf((await prepareFeatures(unpooled, idle)).training.batches(1));
  for (const [index, {values, classIndex}] of kept.entries()) {
    t.is(values.length, 2 * channels);
    t.is(anew[index]!.classIndex, classIndex);
    t.true(largestDifferenceToPeak(anew[index]!.values, values) < 1e-5);
    // Maxima first, as the layers have it, of a map of 2x2 pixels.
    const map = maps[index]!.values;
    t.is(map.length, 4 * channels);
    const pixels = Array.from({length: channels}, (_, channel) => [0, 1, 2, 3].map(pixel => map[(pixel * channels) + channel]!));
    const pooled = [...pixels.map(each => Math.max(...each)), ...pixels.map(each => each.reduce((sum, value) => sum + value, 0) / 4)];
    t.true(largestDifferenceToPeak(values, pooled) < 1e-5);
  }
});

test.serial('looks are told as they come, all of them in the end; whatever stops them, what was added stays', async t => {
  const order = await createOrder(t, {features: {views: 2}});
  const told: Array<readonly [number, number]> = [];
  const stop = new AbortController();
  await t.throwsAsync(prepareFeatures(order, {
    ...idle,
    onLooked(done, total) {
      told.push([done, total]);
      // Validation, then the first sixteen of the first view.
      if (done >= 6 + 16) {
        stop.abort(new Error('that will do'));
      }
    },
    signal: stop.signal,
  }), {message: 'that will do'});
  t.deepEqual(told.at(-1), [6 + 16, 6 + (2 * 18)]);
  const kept = await readKept(order.cache);
  t.deepEqual(kept.map(({view, digests}) => [view, digests.length]), [[undefined, 6], [1, 16]]);

  told.length = 0;
  await prepareFeatures(order, {
    ...idle,
    onLooked(...progress) {
      told.push(progress);
    },
  });
  t.deepEqual(told.at(-1), [42, 42]);
  t.true(told.every(([done], index) => done >= (told[index - 1]?.[0] ?? 0)));
  const whole = await readKept(order.cache);
  t.deepEqual(whole.map(({digests}) => digests.length), [6, 18, 18]);
  t.deepEqual(whole[1]!.digests.slice(0, 16), kept[1]!.digests);
});

test.serial('a run that waits for another to add the same says that it lives, and takes what the other has added', async t => {
  const order = await createOrder(t, {features: {views: 1}});
  await prepareFeatures(order, idle);
  const {records, lock} = featurePlaces(order.cache, sourceOf(order.experiment.config, order));
  const whole = await readFile(records);
  await rm(records);
  mock.timers.enable({apis: ['setInterval']});
  t.teardown(() => {
    mock.timers.reset();
  });
  const told: Array<readonly [number, number]> = [];
  let waiting: Promise<unknown> | undefined;
  await withLock(lock, async () => {
    waiting = prepareFeatures(order, {
      ...idle,
      onLooked(...progress) {
        told.push(progress);
      },
    });
    for (let count = 1; count <= 3; count++) {
      await sleep(20);
      mock.timers.tick(10_000);
      t.deepEqual(told, Array.from({length: count}, () => [0, 24]));
    }

    await writeFile(records, whole);
  });
  await waiting;
  t.deepEqual(told.at(-1), [24, 24]);
  t.deepEqual(await readFile(records), whole);
  const {length} = told;
  mock.timers.tick(60_000);
  t.is(told.length, length);
});

test.serial('layers on both poolings have twice the inputs, and layers on feature maps train on them', async t => {
  const {inline, cache} = await createRows(t, {
    '_base.yaml': featureExperiment,
    'both.yaml': 'extends: _base.yaml\nmodel: {layers: [{concatenate: [global_average_pooling2d, global_max_pooling2d]}, {dense: {units: classes, activation: softmax}}]}\n',
    'maps.yaml': 'extends: _base.yaml\nmodel: {layers: [{conv2d: {filters: 4, kernel_size: 1}}, flatten, {dense: {units: classes, activation: softmax}}]}\n',
  });
  t.is((await inline.ablate('run', '.', '--json')).code, 0);
  // The maps are not kept.
  t.deepEqual((await readKept(cache)).map(({view, digests}) => [view, digests.length]), [[undefined, 30]]);
  const runs = JSON.parse((await inline.ablate('plan', '.', '--json')).stdout) as Array<{name: string; run_id: string; state: string}>;
  const shapes = await Promise.all(runs.map(async ({name, run_id: id, state}) => {
    t.is(state, 'done');
    const text = await readFile(path.join(inline.folder, 'runs', id, 'last/model.json'), 'utf8');
    const {weightsManifest} = JSON.parse(text) as {weightsManifest: Array<{weights: Array<{name: string; shape: number[]}>}>};
    return [name, weightsManifest.flatMap(({weights}) => weights).filter(weight => weight.name.endsWith('kernel')).map(({shape}) => shape)] as const;
  }));
  t.deepEqual(Object.fromEntries(shapes), {
    both: [[2560, 3]],
    maps: [[1, 1, 1280, 4], [4, 3]],
  });
});
