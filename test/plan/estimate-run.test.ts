import os from 'node:os';
import test from 'ava';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import type {MeasuredEpoch} from '../../src/domain/measured-epoch.js';
import {estimateRun, type Work} from '../../src/plan/estimate-run.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';

const config = applyDefaults({
  dataset: 'trashnet',
  image_size: 64,
  model: {
    backbone: {name: 'mobilenet_v2', weights: 'none'},
    layers: [{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}],
  },
  augment: {horizontal_flip: true},
  features: {views: 10},
  epochs: 20,
}) as ExperimentConfig;
const exact: ExperimentConfig = {...config, features: 'exact'};

const threads = os.availableParallelism();
const devices = [{kind: 'cpu', index: 0, name: 'some processor'}] as const;
const backbone = {multiplications: 1e9, looksBefore: 0, looksPerEpoch: 0};
const work: Work = {multiplications: 1000, pictures: 100};
const measuredOf = (row: ExperimentConfig): MeasuredEpoch => ({config: row, device: `CPU (${threads} threads)`, threads, seconds: 2, pictures: 100});

const estimate = (row: ExperimentConfig, looks: Partial<typeof backbone & {secondsPerLook: number}>, measured: readonly MeasuredEpoch[] = []) =>
  estimateRun(row, {...work, backbone: {...backbone, ...looks}}, {measured, devices});

test('looks before the training are added once, those of its epochs in every epoch', t => {
  const {seconds: without} = estimate(exact, {secondsPerLook: 0.1});
  t.is(Math.round(estimate(exact, {secondsPerLook: 0.1, looksBefore: 30}).seconds - without), 3);
  t.is(Math.round(estimate(exact, {secondsPerLook: 0.1, looksPerEpoch: 30}).seconds - without), 3 * 20);
});

test('looks that nobody measured are guessed by their multiplications', t => {
  const of = (multiplications: number) => estimate(config, {multiplications, looksBefore: 1e6}).seconds - estimate(config, {multiplications}).seconds;
  t.true(of(1e9) > 0);
  t.is(Math.round(of(4e9) / of(1e9)), 4);
  t.is(estimate(config, {looksBefore: 10}).basis, 'calculated');
});

test('epochs that were measured hold their looks: only those before are added', t => {
  const measured = [measuredOf(exact)];
  t.deepEqual(estimate(exact, {secondsPerLook: 0.1, looksPerEpoch: 100}, measured), {seconds: 4 + (20 * 2), basis: 'measured'});
  t.deepEqual(estimate(exact, {secondsPerLook: 0.1, looksBefore: 50, looksPerEpoch: 100}, measured), {seconds: 4 + 5 + (20 * 2), basis: 'measured'});
});

test('a measured epoch of counted steps went through so many photos as its steps, not through all', t => {
  const counted = {...config, steps_per_epoch: 2, batch_size: 10};
  const whole = {...config, batch_size: 10};
  // Two seconds for 20 of 100 photos.
  t.is(estimate(whole, {}, [measuredOf(counted)]).seconds, 4 + (20 * 2 * 100 / 20));
  t.is(estimateRun(counted, {...work, pictures: 20}, {measured: [measuredOf(counted)], devices}).seconds, 4 + (20 * 2));
});

test('an estimate is measured where both its looks and its epochs are', t => {
  const measured = [measuredOf(config)];
  t.is(estimate(config, {looksBefore: 50}, measured).basis, 'calculated');
  t.is(estimate(config, {}, measured).basis, 'measured');
  t.is(estimate(config, {secondsPerLook: 0.1, looksBefore: 50}, measured).basis, 'measured');
  t.is(estimate(config, {secondsPerLook: 0.1, looksBefore: 50}).basis, 'calculated');
});

test('an epoch on kept features takes as long whatever the photos were; one that looks anew does not', t => {
  const isMeasured = (row: ExperimentConfig, other: ExperimentConfig) => estimate(row, {}, [measuredOf(other)]).basis === 'measured';
  for (const other of [{image_size: 224}, {augment: {...config.augment, rotation_range: 10}}, {features: {views: 3}}] as const) {
    t.true(isMeasured({...config, ...other}, config));
  }

  t.false(isMeasured({...exact, image_size: 224}, exact));
  t.false(isMeasured({...exact, augment: {...exact.augment, rotation_range: 10}}, exact));
  t.false(isMeasured(exact, config));
  t.false(isMeasured(config, exact));
  t.false(isMeasured({...config, batch_size: 7}, config));
});

test('a row without a frozen backbone has no looks', t => {
  const {features: _, ...plain} = config;
  const {seconds, basis} = estimateRun(plain, work, {measured: [measuredOf(plain)], devices});
  t.deepEqual({seconds, basis}, {seconds: 4 + (20 * 2), basis: 'measured'});
});

test('a run takes no longer than its timeout lets it', t => {
  const of = (timeout: string | number) => estimate({...config, resources: {...config.resources!, timeout}}, {}, [measuredOf(config)]).seconds;
  t.is(of('30s'), 30);
  t.is(of('1h'), 4 + (20 * 2));
});
