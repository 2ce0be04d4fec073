import process from 'node:process';
import test from 'ava';
import {decoderVersion} from '../../src/dataset/decoder-version.js';
import {featureKey, type FeatureSource} from '../../src/features/feature-source.js';
import {sourceOf, type Means} from '../../src/features/source-of.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {noAugment} from '../no-augment.js';
import {source} from './fixtures.js';

const view = {augment: {...noAugment, rotation_range: 10}, number: 1};

test('whatever features depend on makes another key', t => {
  const others: FeatureSource[] = [
    {...source, backbone: 'resnet50'},
    {...source, weights: 'seed 1'},
    {...source, image_size: 33},
    {...source, interpolation: 'bilinear'},
    {...source, preprocess: 'caffe'},
    {...source, decoder: 2},
    {...source, engine: 'tensorflow 2.15.1, linux-x64, another processor'},
    {...source, view},
    {...source, view: {...view, number: 2}},
    {...source, view: {...view, augment: {...view.augment, rotation_range: 11}}},
    {...source, view: {...view, augment: {...view.augment, fill_mode: 'wrap'}}},
  ];
  const keys = [source, ...others].map(each => featureKey(each));
  t.is(new Set(keys).size, keys.length);
  t.true(keys.every(key => /^[\da-f]{64}$/v.test(key)));
});

test('the order in which a source was written, and what stands beside it, make no other key', t => {
  t.is(featureKey(Object.fromEntries(Object.entries(source).toReversed()) as FeatureSource), featureKey(source));
  t.is(featureKey({...source, width: 2560} as FeatureSource), featureKey(source));
});

const config = applyDefaults({
  dataset: 'trashnet',
  image_size: 64,
  model: {
    backbone: {name: 'mobilenet_v2', weights: 'none'},
    layers: [{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}],
  },
}) as ExperimentConfig;
const means = {seed: 3, engine: {version: '2.15.1'}, device: {name: 'some processor'}} as const;

test('a row\'s features come from its weights, and where they are drawn from its seed', t => {
  const file = {path: '/some.h5', format: 'h5', sha256: 'a'.repeat(64)} as const;
  t.is(sourceOf(config, means).weights, 'seed 3');
  t.is(sourceOf(config, {...means, weights: file}).weights, file.sha256);
  // Then the seed says nothing of them: all seeds of a row share them.
  t.deepEqual(sourceOf(config, {...means, weights: file, seed: 4}), sourceOf(config, {...means, weights: file}));
});

test('what a row trains on top, and how, makes no other features', t => {
  const other = applyDefaults({
    ...config,
    model: {backbone: config.model.backbone, layers: [{global_max_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}]},
    epochs: 99, batch_size: 3, seeds: [9], optimizer: {name: 'sgd'}, augment: {horizontal_flip: true},
  }) as ExperimentConfig;
  t.deepEqual(sourceOf(other, means), sourceOf(config, means));
  t.notDeepEqual(sourceOf(other, means, view), sourceOf(config, means));
  t.notDeepEqual(sourceOf({...config, image_size: 65}, means), sourceOf(config, means));
});

test('another TensorFlow, another processor or GPU, and TensorFlow without oneDNN compute features of their own', t => {
  const keyOf = (changes: Partial<Means>) => featureKey(sourceOf(config, {...means, ...changes}));
  process.env.TF_ENABLE_ONEDNN_OPTS = '1';
  const keys = [keyOf({}), keyOf({engine: {version: '2.16.2'}}), keyOf({device: {name: 'another processor'}}), keyOf({device: {name: 'some GPU'}})];
  process.env.TF_ENABLE_ONEDNN_OPTS = '0';
  keys.push(keyOf({}));
  process.env.TF_ENABLE_ONEDNN_OPTS = '1';
  t.is(new Set(keys).size, keys.length);
  t.is(keyOf({}), keys[0]!);
});

test('who decodes photos otherwise has features of their own', t => {
  const row = sourceOf(config, means);
  t.is(row.decoder, decoderVersion);
  t.not(featureKey({...row, decoder: decoderVersion + 1}), featureKey(row));
});
