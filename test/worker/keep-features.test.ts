import {existsSync, readFileSync, statSync, watch} from 'node:fs';
import {mkdir, readFile, truncate} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {recordBytesOf} from '../../src/features/feature-file.js';
import {featuresFolder} from '../../src/features/feature-places.js';
import {listFeatures} from '../../src/features/list-features.js';
import {createCache, createRows, featureExperiment, historyOf, readKept} from './feature-rows.js';

const augmented = 'augment: {rotation_range: 20, horizontal_flip: true}\n';
const noTwice = <Value>(values: readonly Value[]) => new Set(values).size === values.length;

test('rows with other heads, and other seeds, add nothing to what one of them has kept; kept or just computed, a history is the same', async t => {
  const {inline, cache} = await createRows(t, {
    'base.yaml': featureExperiment,
    'head.yaml': 'extends: base.yaml\nmodel: {layers: [global_max_pooling2d, {dense: {units: 5}}, {dense: {units: classes, activation: softmax}}]}\n',
    'seeds.yaml': 'extends: base.yaml\nseeds: [1]\noptimizer: {name: sgd}\n',
  });
  t.is((await inline.ablate('run', 'base.yaml')).code, 0);
  const [kept, ...others] = await readKept(cache);
  t.deepEqual(others, []);
  t.is(kept!.digests.length, 30);
  t.true(noTwice(kept!.digests));

  const {code, stdout} = await inline.ablate('run', '.', '--runs', 'all');
  t.is(code, 0);
  t.regex(stdout, /3 runs: 3 to do/v);
  t.deepEqual(await readKept(cache), [kept!]);
  const history = await historyOf(inline, 'runs', 'base');
  t.is(history.length, 6);
  t.deepEqual(await historyOf(inline, 'all', 'base'), history);
  t.notDeepEqual(await historyOf(inline, 'all', 'seeds', 1), history);
});

test('weights that a seed draws make features of its own, which rows of the same seed share', async t => {
  const {inline, cache} = await createRows(t, {
    'base.yaml': `${featureExperiment.replace('./mobilenet.h5', 'none')}seeds: [0, 1]\n`,
    'head.yaml': 'extends: base.yaml\noptimizer: {name: sgd}\nseeds: [1]\n',
  });
  t.is((await inline.ablate('run', '.')).code, 0);
  const kept = await readKept(cache);
  t.deepEqual(kept.map(({weights, digests}) => [weights, digests.length]), [['seed 0', 30], ['seed 1', 30]]);
  t.deepEqual(kept[1]!.digests, kept[0]!.digests);
  t.not(kept[1]!.sha256, kept[0]!.sha256);
});

test('a row keeps its views of the training photos, and of the others the photos as they are', async t => {
  const {inline, cache} = await createRows(t, {
    'base.yaml': `${featureExperiment}${augmented}features: {views: 3}\n`,
    'rows/exact.yaml': 'extends: ../base.yaml\nfeatures: exact\n',
    'rows/more.yaml': 'extends: ../base.yaml\nfeatures: {views: 4}\n',
    'plain.yaml': 'extends: base.yaml\naugment: none\n',
    'folds.yaml': 'extends: plain.yaml\nsplit: {method: kfold, folds: 3}\nmatrix: {split.fold: [0, 2]}\n',
  });
  const kept = async () => (await readKept(cache))
    .map(({view, digests, sha256}) => ({view, photos: new Set(digests).size, records: digests.length, sha256}));
  const counts = (rows: Awaited<ReturnType<typeof kept>>) => rows.map(({view, photos, records}) => [view, photos, records]);

  t.is((await inline.ablate('run', 'base.yaml')).code, 0);
  const ofViews = await kept();
  t.deepEqual(counts(ofViews), [[undefined, 9, 9], [1, 21, 21], [2, 21, 21], [3, 21, 21]]);
  t.is(new Set(ofViews.map(({sha256}) => sha256)).size, 4);

  // Who looks anew in every epoch keeps nothing of it; who wants a view more adds that one.
  t.is((await inline.ablate('run', 'rows')).code, 0);
  t.deepEqual(counts(await kept()), [[undefined, 9, 9], [1, 21, 21], [2, 21, 21], [3, 21, 21], [4, 21, 21]]);
  t.deepEqual((await kept()).slice(0, 4), ofViews);

  // Photos that are not augmented are the same whether they train or validate, in whatever fold.
  t.is((await inline.ablate('run', 'plain.yaml', 'folds.yaml')).code, 0);
  t.deepEqual(counts(await kept()), [[undefined, 30, 30], [1, 21, 21], [2, 21, 21], [3, 21, 21], [4, 21, 21]]);
});

test.serial('a worker killed while it adds features leaves what it added, and the same command adds the rest, byte for byte', async t => {
  const {inline, cache} = await createRows(t, {'base.yaml': `${featureExperiment}${augmented}features: {views: 4}\n`}, 60);
  await mkdir(featuresFolder(cache));
  const whole = 126;
  let killed: string | undefined;
  const watcher = watch(featuresFolder(cache), (_, name) => {
    const file = path.join(featuresFolder(cache), String(name));
    const holder = path.join(file.replace(/\.f32$/v, '.lock'), 'holder.json');
    if (killed !== undefined || !file.endsWith('.f32') || !existsSync(holder)) {
      return;
    }

    const records = statSync(file).size / recordBytesOf(2560);
    // Of a view: the photos as they are get no further than 54.
    if (records > 54 && records <= whole - 32) {
      killed = file;
      process.kill((JSON.parse(readFileSync(holder, 'utf8')) as {pid: number}).pid, 'SIGKILL');
    }
  });
  const first = await inline.ablate('run', '.');
  watcher.close();
  t.is(first.code, 1);
  t.truthy(killed);
  const left = await readFile(killed!);
  t.true(left.length < whole * recordBytesOf(2560), 'it was killed too late');
  // As if the power had failed, too: the end never reached the disk, and the last record did in part.
  const cut = left.length - (2.5 * recordBytesOf(2560));
  await truncate(killed!, cut);

  t.is((await inline.ablate('run', '.')).code, 0);
  t.true((await readFile(killed!)).subarray(0, cut).equals(left.subarray(0, cut)), 'the first records were touched');
  const kept = await readKept(cache);
  t.true(kept.every(({digests}) => noTwice(digests)));
  t.deepEqual(kept.map(({digests}) => digests.length), [54, ...Array.from({length: 4}, () => whole)]);

  const other = await createCache(inline.folder, 'other');
  t.is((await inline.with({ABLATE_CACHE: other}).ablate('run', '.', '--runs', 'other-runs')).code, 0);
  t.deepEqual(await readKept(other), kept);
  t.deepEqual(await historyOf(inline, 'other-runs', 'base'), await historyOf(inline, 'runs', 'base'));
});

test.serial('two commands at once that want the same features share the work, and no photo stands twice', async t => {
  const {inline, cache} = await createRows(t, {'base.yaml': `${featureExperiment}${augmented}features: {views: 2}\n`}, 40);
  const both = await Promise.all(['one', 'two'].map(async runs => inline.ablate('run', '.', '--runs', runs)));
  t.deepEqual(both.map(({code}) => code), [0, 0]);
  const kept = await readKept(cache);
  t.deepEqual(kept.map(({view, digests}) => [view, digests.length]), [[undefined, 36], [1, 84], [2, 84]]);
  t.true(kept.every(({digests}) => noTwice(digests)));
  t.deepEqual(await historyOf(inline, 'one', 'base'), await historyOf(inline, 'two', 'base'));
  t.true((await listFeatures(cache)).every(({lock}) => !existsSync(lock)));
});
