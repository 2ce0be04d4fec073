import test from 'ava';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {picturesPerEpoch} from '../../src/plan/pictures-per-epoch.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';

const config = (steps: number | undefined) => applyDefaults({
  dataset: 'trashnet', model: {layers: [{flatten: {}}]}, batch_size: 8, ...steps && {steps_per_epoch: steps},
}) as ExperimentConfig;

test('an epoch goes through all training photos where nothing else is said', t => {
  t.is(picturesPerEpoch(config(undefined), 21), 21);
});

test('an epoch of so many steps goes through as many full batches, and through no photo that is not there', t => {
  t.is(picturesPerEpoch(config(2), 21), 16);
  // The last batch is not full.
  t.is(picturesPerEpoch(config(3), 21), 21);
});
