import {createHash} from 'node:crypto';
import os from 'node:os';
import test from 'ava';
import type {Split} from '../../src/domain/dataset.js';
import type {Experiment} from '../../src/domain/experiment.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {canonicalJson} from '../../src/plan/canonical-json.js';
import {fingerprint} from '../../src/plan/fingerprint.js';
import {planRuns, type BackboneWork, type KnownResults} from '../../src/plan/plan-runs.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';

const config = applyDefaults({
  dataset: 'trashnet',
  model: {layers: [{flatten: {}}, {dense: {units: 'classes', activation: 'softmax'}}]},
  epochs: 10,
  seeds: [0, 1],
}) as ExperimentConfig;

const split: Split = {
  id: 'a'.repeat(64), dataset: 'trashnet', root: '/photos', classes: ['a', 'b'], synthetic: false,
  training: Array.from({length: 100}, (_, index) => ({path: `a/${index}.jpg`, classIndex: 0, digest: String(index)})),
  validation: [{path: 'b/1.jpg', classIndex: 1, digest: 'x'}],
};

const experiment: Experiment = {
  name: 'row', file: 'row.yaml', parent: undefined, config, changes: [], description: undefined, published: undefined,
};

const cpu = {kind: 'cpu', index: 0, name: 'some processor'} as const;
const gpu = {kind: 'gpu', index: 0, name: 'NVIDIA H100'} as const;
const nothing: KnownResults = {runs: () => new Map(), finishedNames: new Set(), measured: [], devices: [cpu]};

test('the fingerprint does not depend on the order of keys, nor on seeds that other runs have', t => {
  const reordered = Object.fromEntries(Object.entries(config).toReversed()) as ExperimentConfig;
  t.is(fingerprint(reordered, split, 0), fingerprint(config, split, 0));
  t.is(fingerprint({...config, seeds: [0, 7]}, split, 0), fingerprint(config, split, 0));
});

test('the fingerprint is over one map of meaning, seed, split, version and weights, as it always was', t => {
  const {dataset, split: rule, seeds, dropout, resources, ...meaning} = config;
  const text = canonicalJson({trainingSemantics: 2, meaning, split: split.id, seed: 12, weights: undefined});
  t.is(fingerprint(config, split, 12), createHash('sha256').update(text).digest('hex'));
});

test('the fingerprint depends on the configuration, on the pictures and on the seed', t => {
  const prints = [
    fingerprint(config, split, 0),
    fingerprint(config, split, 1),
    fingerprint({...config, epochs: 11}, split, 0),
    fingerprint({...config, augment: {...config.augment, rotation_range: 1}}, split, 0),
    fingerprint(config, {...split, id: 'b'.repeat(64)}, 0),
  ];
  t.is(new Set(prints).size, prints.length);
});

test('the fingerprint depends on the bytes of the weights, not on where they lie', t => {
  const {layers} = config.model;
  const beginningFrom = (weights: string): ExperimentConfig => ({...config, model: {layers, backbone: {name: 'resnet50', weights, trainable: false}}});
  const file = {path: '/a.h5', format: 'h5', sha256: 'c'.repeat(64)} as const;
  const print = fingerprint(beginningFrom('imagenet'), split, 0, file);
  t.is(fingerprint(beginningFrom('/b.h5'), split, 0, {...file, path: '/b.h5'}), print);
  const others = [
    fingerprint(beginningFrom('imagenet'), split, 0, {...file, sha256: 'd'.repeat(64)}),
    fingerprint(beginningFrom('none'), split, 0),
    fingerprint(config, split, 0),
  ];
  t.is(new Set([print, ...others]).size, 4);
});

test('a run carries the file that it begins from', t => {
  const weights = {path: '/a.h5', format: 'h5', sha256: 'c'.repeat(64)} as const;
  t.deepEqual(planRuns([{experiment, split, weights, multiplications: 1000}], nothing)[0]?.weights, weights);
});

test('a row gives a run a seed, named by row, seed and fingerprint', t => {
  const runs = planRuns([{experiment, split, multiplications: 1000}], nothing);
  t.deepEqual(runs.map(run => run.seed), [0, 1]);
  t.is(runs[0]?.id, `row-0-${fingerprint(config, split, 0).slice(0, 8)}`);
  t.deepEqual(runs.map(run => run.state), ['to-do', 'to-do']);
});

test('what is stored decides what is to do', t => {
  const runs = planRuns([{experiment: {...experiment, config: {...config, seeds: [0, 1, 2, 3, 4, 5, 6]}}, split, multiplications: 1000}], {
    ...nothing,
    runs: () => new Map([
      [fingerprint(config, split, 0), {runId: 'other-row-0-12345678', status: 'done'}],
      [fingerprint(config, split, 1), {runId: 'row-1-12345678', status: 'failed'}],
      [fingerprint(config, split, 2), {runId: 'row-2-12345678', status: 'running'}],
      [fingerprint(config, split, 3), {runId: 'row-3-12345678', status: 'interrupted'}],
      [fingerprint(config, split, 4), {runId: 'row-4-12345678', status: 'out-of-memory'}],
      [fingerprint(config, split, 5), {runId: 'row-5-12345678', status: 'cancelled'}],
      [fingerprint(config, split, 6), {runId: 'row-6-12345678', status: 'queued'}],
    ]),
  });
  t.is(runs[0]!.id, 'other-row-0-12345678');
  t.deepEqual(runs.map(({state}) => state), ['done', 'failed', 'running', 'again', 'failed', 'cancelled', 'to-do']);
});

test('a row whose result is of another configuration is stale', t => {
  const runs = planRuns([{experiment, split, multiplications: 1000}], {...nothing, finishedNames: new Set(['row'])});
  t.deepEqual(runs.map(run => run.state), ['stale', 'stale']);
});

test('a measured run of the same network says how long an epoch takes, whatever the number of epochs and pictures', t => {
  const threads = os.availableParallelism();
  const measured = [{config: {...config, epochs: 3, seeds: [9] as [number]}, device: `CPU (${threads} threads)`, threads, seconds: 2, pictures: 50}];
  const [run] = planRuns([{experiment, split, multiplications: 1000}], {...nothing, measured});
  t.is(run?.estimate.basis, 'measured');
  t.is(run?.estimate.seconds, 4 + (10 * 2 * 100 / 50));
});

test('what was measured on one device says nothing of another, and half the threads count as half the processor', t => {
  const threads = os.availableParallelism();
  const measured = [
    {config, device: `CPU (${threads / 2} threads)`, threads: threads / 2, seconds: 2, pictures: 100},
    {config, device: gpu.name, threads: 1, seconds: 0.5, pictures: 100},
  ];
  const row = {experiment, split, multiplications: 1000};
  const secondsOn = (device: typeof cpu | typeof gpu) => planRuns([row], {...nothing, measured, devices: [device]})[0]?.estimate;
  t.deepEqual(secondsOn(cpu), {seconds: 4 + (10 * 1), basis: 'measured'});
  t.deepEqual(secondsOn(gpu), {seconds: 4 + (10 * 0.5), basis: 'measured'});
  t.is(secondsOn({...gpu, name: 'another' as typeof gpu.name})?.basis, 'calculated');
});

test('without a measured run the estimate is arithmetic, and grows with work and epochs', t => {
  const [small] = planRuns([{experiment, split, multiplications: 1e9}], nothing);
  const [large] = planRuns([{experiment, split, multiplications: 4e9}], nothing);
  t.is(small?.estimate.basis, 'calculated');
  t.true((large?.estimate.seconds ?? 0) > 3 * (small?.estimate.seconds ?? 0));
});

const missing = [{key: 'plain', digests: ['x']}, {key: 'view 1', digests: split.training.map(({digest}) => digest)}];
const backbone: BackboneWork = {multiplications: 1000, secondsPerLook: 1, looksPerEpoch: 0, missing: () => missing};

test('runs that want the same features count their looks once, and a run that is done counts none', t => {
  const row = {experiment, split, multiplications: 1000, backbone};
  const runs = planRuns([row], nothing);
  t.deepEqual(runs.map(({features}) => features), ['adds', 'waits']);
  t.is(Math.round(runs[0]!.estimate.seconds - runs[1]!.estimate.seconds), 101);

  const done = new Map([[fingerprint(config, split, 0), {runId: 'row-0-12345678', status: 'done'}]] as const);
  const rest = planRuns([row], {...nothing, runs: () => done});
  t.deepEqual(rest.map(({state, features}) => [state, features]), [['done', undefined], ['to-do', 'adds']]);
});

test('seeds that draw their weights share no features, and rows that look anew wait for nobody', t => {
  const bySeed = {...backbone, missing: (seed: number) => missing.map(({key, digests}) => ({key: `${key}, seed ${seed}`, digests}))};
  t.deepEqual(planRuns([{experiment, split, multiplications: 1000, backbone: bySeed}], nothing).map(({features}) => features), ['adds', 'adds']);
  const anew = {...backbone, looksPerEpoch: 100, missing: () => []};
  t.deepEqual(planRuns([{experiment, split, multiplications: 1000, backbone: anew}], nothing).map(({features}) => features), [undefined, undefined]);
});

test('an epoch of fewer steps takes as much less time', t => {
  const ofSteps = (changes: Partial<ExperimentConfig>) =>
    planRuns([{experiment: {...experiment, config: {...config, ...changes}}, split, multiplications: 1e12}], nothing)[0]!;
  const overhead = 4;
  const [whole, part] = [ofSteps({batch_size: 10}), ofSteps({batch_size: 10, steps_per_epoch: 3})].map(({estimate}) => estimate.seconds - overhead);
  t.is(Math.round(100 * part! / whole!), 30);
});
