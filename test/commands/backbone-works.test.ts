import os from 'node:os';
import test from 'ava';
import {BackboneWorks} from '../../src/commands/backbone-works.js';
import type {Device} from '../../src/domain/device.js';
import type {Experiment} from '../../src/domain/experiment.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {describeFeatures} from '../../src/features/feature-description.js';
import {sourceOf} from '../../src/features/source-of.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';
import {createCache, createFeatures} from '../features/fixtures.js';
import {makeSplit} from '../queue/fixtures/plan-run.js';

const config = applyDefaults({
  dataset: 'trashnet',
  image_size: 64,
  model: {
    backbone: {name: 'mobilenet_v2', weights: 'imagenet', trainable: false},
    layers: [{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}],
  },
  augment: {horizontal_flip: true},
  features: {views: 2},
  batch_size: 2,
  seeds: [0, 1],
}) as ExperimentConfig;
const split = makeSplit();
const [training, validation] = [split.training, split.validation].map(pictures => pictures.map(({digest}) => digest)) as [string[], string[]];
const weights = {path: '/some.h5', format: 'h5', sha256: 'a'.repeat(64)} as const;
const device: Device = {kind: 'cpu', index: 0, name: 'some processor'};
const places = (cache: string) => ({cwd: cache, env: {}, cache, runs: cache});
// A cache without an engine.
const means = {weights, engine: {version: 'none'}, device, seed: 0};

const row = (changes: Partial<ExperimentConfig> = {}): Experiment => (
  {name: 'row', file: 'row.yaml', parent: undefined, config: {...config, ...changes}, changes: [], description: undefined, published: undefined});
const missingOf = (work: Awaited<ReturnType<BackboneWorks['of']>>, seed = 0) => work!.missing(seed).map(({digests}) => digests);

test('a row lacks the photos that validate, and each view of those that train, but for what the cache holds', async t => {
  const cache = await createCache(t);
  const empty = await (await BackboneWorks.open(places(cache), device)).of({experiment: row(), split, weights});
  t.deepEqual(missingOf(empty), [validation, training, training]);
  t.is(empty!.looksPerEpoch, 0);
  t.is(empty!.secondsPerLook, undefined);
  t.true(empty!.multiplications > 1e6);

  const view = {augment: config.augment, number: 2};
  await (await createFeatures(cache, sourceOf(config, means, view))).append(training.slice(0, 3), new Float32Array(3));
  await (await createFeatures(cache, sourceOf(config, means))).append(validation, new Float32Array(validation.length));
  const partly = await (await BackboneWorks.open(places(cache), device)).of({experiment: row(), split, weights});
  t.deepEqual(missingOf(partly), [[], training, training.slice(3)]);
  // Seeds share what a file's weights say of photos, and what they lack stands at the same place.
  t.deepEqual(partly!.missing(1), partly!.missing(0));
});

test('seeds that draw the weights lack features each at a place of their own', async t => {
  const works = await BackboneWorks.open(places(await createCache(t)), device);
  const drawn = row({model: {...config.model, backbone: {...config.model.backbone!, weights: 'none'}}});
  const work = await works.of({experiment: drawn, split});
  const keys = [0, 1].flatMap(seed => work!.missing(seed).map(({key}) => key));
  t.is(new Set(keys).size, 6);
  // Weights that are only missing here are one file for all seeds.
  const absent = await works.of({experiment: row(), split});
  t.deepEqual(absent!.missing(1), absent!.missing(0));
});

test('a row that looks anew in every epoch lacks only what validates, and looks as often as its epochs have photos', async t => {
  const works = await BackboneWorks.open(places(await createCache(t)), device);
  const whole = await works.of({experiment: row({features: 'exact'}), split, weights});
  t.deepEqual(missingOf(whole), [validation]);
  t.is(whole!.looksPerEpoch, 8);
  t.is((await works.of({experiment: row({features: 'exact', steps_per_epoch: 3}), split, weights}))!.looksPerEpoch, 6);
});

test('how long a look takes is what was measured last, of that backbone and size on that device', async t => {
  const cache = await createCache(t);
  const source = sourceOf(config, means);
  await (await createFeatures(cache, source)).append(validation, new Float32Array(validation.length));
  await describeFeatures(cache, {...source, seconds_per_picture: 0.25, device_name: device.name});
  const secondsOf = async (experiment: Experiment, on: typeof device | (typeof device & {name: string}) = device) =>
    (await (await BackboneWorks.open(places(cache), on)).of({experiment, split, weights}))!.secondsPerLook;
  t.is(await secondsOf(row()), 0.25);
  t.is(await secondsOf(row({preprocess: 'caffe'})), 0.25);
  t.is(await secondsOf(row({image_size: 65})), undefined);
  t.is(await secondsOf(row(), {...device, name: 'another'}), undefined);
});

test('a row on feature maps keeps none, and looks in every epoch also at the photos that validate', async t => {
  const works = await BackboneWorks.open(places(await createCache(t)), device);
  const layers = [{conv2d: {filters: 2, kernel_size: 1}}, {flatten: {}}, {dense: {units: 'classes', activation: 'softmax'}}] as unknown as typeof config.model.layers;
  const maps = {...config, features: 'exact' as const, model: {...config.model, layers}};
  const whole = await works.of({experiment: row(maps), split, weights});
  t.deepEqual(missingOf(whole), []);
  t.is(whole!.looksPerEpoch, training.length + validation.length);
  t.is((await works.of({experiment: row({...maps, steps_per_epoch: 3}), split, weights}))!.looksPerEpoch, 6 + validation.length);
});

test('what was measured with some of the threads takes less with all of them; a GPU has no threads', async t => {
  const threads = os.availableParallelism();
  for (const [on, expected] of [[device, 0.125], [{...device, kind: 'gpu'}, 0.25]] satisfies Array<[Device, number]>) {
    const cache = await createCache(t);
    const source = sourceOf(config, {...means, device: on});
    await (await createFeatures(cache, source)).append(validation, new Float32Array(validation.length));
    await describeFeatures(cache, {...source, seconds_per_picture: 0.25, device_name: on.name, threads: threads / 2});
    const works = await BackboneWorks.open(places(cache), on);
    t.is((await works.of({experiment: row(), split, weights}))!.secondsPerLook, expected);
  }
});

test('a row without a frozen backbone has nothing to look at', async t => {
  const works = await BackboneWorks.open(places(await createCache(t)), device);
  const {backbone, layers} = config.model;
  t.is(await works.of({experiment: row({model: {layers}}), split}), undefined);
  t.is(await works.of({experiment: row({model: {layers, backbone: {...backbone!, trainable: true}}}), split, weights}), undefined);
  t.is(await works.of({experiment: row({model: {layers, backbone: {...backbone!, trainable: 'Conv_1'}}}), split, weights}), undefined);
});
