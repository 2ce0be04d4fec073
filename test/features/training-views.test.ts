import test from 'ava';
import {trainingViews} from '../../src/features/training-views.js';
import {applyDefaults} from '../../src/spec/apply-defaults.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';

const row = (changes: object) => applyDefaults({
  dataset: 'trashnet', model: {layers: [{flatten: {}}]}, ...changes,
}) as ExperimentConfig;

test('a row that augments keeps its views by their numbers, from 1 on', t => {
  const config = row({augment: {rotation_range: 10}, features: {views: 3}});
  const views = trainingViews(config);
  t.deepEqual(views.map(view => view?.number), [1, 2, 3]);
  t.true(views.every(view => view?.augment === config.augment));
});

test('a row that does not augment keeps its photos as they are, once', t => {
  t.deepEqual(trainingViews(row({features: {views: 1}})), [undefined]);
  // How it would fill what no change uncovers is no augmentation.
  t.deepEqual(trainingViews(row({augment: {fill_mode: 'wrap', cval: 3}, features: {views: 5}})), [undefined]);
});

test('a row that looks anew in every epoch, or has no frozen backbone, keeps none of its training photos', t => {
  t.deepEqual(trainingViews(row({augment: {rotation_range: 10}, features: 'exact'})), []);
  t.deepEqual(trainingViews(row({augment: {rotation_range: 10}})), []);
});
