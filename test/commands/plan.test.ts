import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

test('a matrix over the folds plans a run for each, on photos of its own', async t => {
  const folds = tinyExperiment.replace('{validation: 0.3}', '{method: kfold, folds: 3}');
  const inline = await Inline.create({'base.yaml': `${folds}matrix: {split.fold: [0, 1, 2]}\n`});
  await makePhotos(inline.folder);
  const {code, stdout, stderr} = await inline.ablate('plan', '.', '--json');
  t.is(stderr, '');
  t.is(code, 0);
  const rows = JSON.parse(stdout) as Array<{name: string; fingerprint: string}>;
  t.deepEqual(rows.map(({name}) => name), ['base_fold=0', 'base_fold=1', 'base_fold=2']);
  t.is(new Set(rows.map(({fingerprint}) => fingerprint)).size, 3);
});

test('another seed of the split is another run, and the same one the same', async t => {
  const inline = await Inline.create({
    'base.yaml': tinyExperiment.replace('{validation: 0.3}', '{method: stratified, validation: 0.3}'),
    'same.yaml': 'extends: base.yaml\nsplit: {seed: 0}\n',
    'other.yaml': 'extends: base.yaml\nsplit: {seed: 1}\n',
  });
  await makePhotos(inline.folder);
  const rows = JSON.parse((await inline.ablate('plan', '.', '--json')).stdout) as Array<{name: string; fingerprint: string}>;
  const print = (name: string) => rows.find(row => row.name === name)?.fingerprint;
  t.truthy(print('base'));
  t.is(print('same'), print('base'));
  t.not(print('other'), print('base'));
});
