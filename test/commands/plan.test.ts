import path from 'node:path';
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

// Never trained here: a backbone whose looks take seconds also on a hundred cores, so that they show in the plan.
const looking = `
dataset: {path: ./photos}
image_size: 4096
split: {validation: 0.3}
augment: {horizontal_flip: true}
model:
  backbone: {name: efficientnet_b5, weights: none}
  layers: [global_average_pooling2d, {dense: {units: classes, activation: softmax}}]
epochs: 3
batch_size: 8
`;

test('rows that share a backbone\'s features count its looks once, seeds that draw their weights each for itself', async t => {
  const inline = await Inline.create({
    'a.yaml': looking,
    'b.yaml': 'extends: a.yaml\noptimizer: {name: sgd}\n',
    'c.yaml': 'extends: a.yaml\nfeatures: {views: 20}\n',
    'd.yaml': 'extends: a.yaml\nfeatures: exact\n',
    'e.yaml': 'extends: a.yaml\nseeds: [1]\n',
  });
  await makePhotos(inline.folder);
  const plan = async (...files: string[]) => {
    const {stdout} = await inline.with({ABLATE_CACHE: path.join(inline.folder, 'cache')}).ablate('plan', ...files, '--json');
    return JSON.parse(stdout) as Array<{name: string; seconds: number; looks: number; features: string | null}>;
  };

  const rows = await plan('.');
  t.deepEqual(rows.map(({looks, features}) => [looks, features]), [[9 + 210, 'adds'], [0, 'waits'], [210, 'adds'], [0, 'waits'], [9 + 210, 'adds']]);
  const [a, b, c, d, e] = rows.map(({seconds}) => seconds) as [number, number, number, number, number];
  // Start and training alone; nine photos validate, and ten views of 21 train.
  const rest = b;
  t.true(rest <= 6 && a - rest > 10, `${a} and ${b} s`);
  t.deepEqual([e], [a]);
  const isAbout = (seconds: number, looks: number) => Math.abs((seconds - rest) - ((a - rest) * looks / (9 + 210))) <= 2;
  t.true(isAbout(c, 210), `ten views more take ${c} s`);
  t.true(isAbout(d, 3 * 21), `three epochs of looks take ${d} s`);
  // The order of the call does not matter, and each alone counts for itself.
  t.deepEqual((await plan('b.yaml')).map(({seconds}) => seconds), [a]);
  const {stdout} = await inline.with({ABLATE_CACHE: path.join(inline.folder, 'cache')}).ablate('plan', 'a.yaml', 'b.yaml');
  t.regex(stdout, /^2 runs: 2 to do, about .*, with 219 looks at photos that the cache lacks\.$/mv);
});
