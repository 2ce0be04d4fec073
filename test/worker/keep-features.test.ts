import {existsSync} from 'node:fs';
import {readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import type {RunEvent} from '../../src/domain/run-event.js';
import {featuresFolder} from '../../src/features/feature-places.js';
import {listFeatures} from '../../src/features/list-features.js';
import {headerBytes, recordBytesOf} from '../../src/features/record-layout.js';
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
    'base.yaml': `${featureExperiment.replace('epochs: 2', 'epochs: 1')}${augmented}features: {views: 2}\n`,
    'rows/exact.yaml': 'extends: ../base.yaml\nfeatures: exact\n',
    'rows/more.yaml': 'extends: ../base.yaml\nfeatures: {views: 3}\n',
    'fold.yaml': 'extends: base.yaml\naugment: none\nsplit: {method: kfold, folds: 3, fold: 2}\n',
  });
  const kept = async () => (await readKept(cache))
    .map(({view, digests, sha256}) => ({view, photos: new Set(digests).size, records: digests.length, sha256}));
  const counts = (rows: Awaited<ReturnType<typeof kept>>) => rows.map(({view, photos, records}) => [view, photos, records]);

  // Who looks anew in every epoch keeps nothing of it.
  t.is((await inline.ablate('run', 'base.yaml', 'rows/exact.yaml')).code, 0);
  const before = await kept();
  t.deepEqual(counts(before), [[undefined, 9, 9], [1, 21, 21], [2, 21, 21]]);
  t.is(new Set(before.map(({sha256}) => sha256)).size, 3);

  // Who wants a view more adds that one. Photos that are not augmented are the same whether they train or validate, in whatever split.
  t.is((await inline.ablate('run', 'rows/more.yaml', 'fold.yaml')).code, 0);
  t.deepEqual(counts(await kept()), [[undefined, 30, 30], [1, 21, 21], [2, 21, 21], [3, 21, 21]]);
  t.deepEqual((await kept()).slice(1, 3), before.slice(1));
});

/** Kills the process in the midst of its so manieth append, with so many bytes of it on the disk. */
const killedAt = (append: number, bytes: number) => `
  import fs from 'node:fs/promises';
  import {syncBuiltinESMExports} from 'node:module';
  const {open} = fs;
  let appends = 0;
  fs.open = async (file, flags, ...others) => {
    const handle = await open(file, flags, ...others);
    appends += String(file).endsWith('.f32') && flags === 'a' ? 1 : 0;
    if (appends === ${append}) {
      const write = handle.writeFile.bind(handle);
      handle.writeFile = async data => {
        await write(data.subarray(0, ${bytes}));
        process.kill(process.pid, 'SIGKILL');
      };
    }
    return handle;
  };
  syncBuiltinESMExports();`;

test.serial('a worker killed while it adds features leaves what it added, and the same command adds the rest, byte for byte', async t => {
  const {inline, cache} = await createRows(t, {'base.yaml': `${featureExperiment}${augmented}features: {views: 2}\nresources: {max_restarts: 0}\n`});
  const script = path.join(inline.folder, 'killed.mjs');
  // The photos that validate, sixteen of the first view, and then two and a half of its other five.
  await writeFile(script, killedAt(3, 2.5 * recordBytesOf(2560)));
  const first = await inline.with({ABLATE_CACHE: cache, NODE_OPTIONS: `--import ${pathToFileURL(script).href}`}).ablate('run', '.');
  t.is(first.code, 1);
  const {records, lock} = (await listFeatures(cache)).find(({description}) => description?.view?.number === 1)!.places;
  const left = await readFile(records);
  t.is(left.length, headerBytes + (18.5 * recordBytesOf(2560)));
  t.true(existsSync(lock));

  t.is((await inline.ablate('retry', '--failed')).code, 0);
  const whole = left.length - (0.5 * recordBytesOf(2560));
  t.true((await readFile(records)).subarray(0, whole).equals(left.subarray(0, whole)), 'the first records were touched');
  const kept = await readKept(cache);
  t.true(kept.every(({digests}) => noTwice(digests)));
  t.deepEqual(kept.map(({view, digests}) => [view, digests.length]), [[undefined, 9], [1, 21], [2, 21]]);
  t.false(existsSync(lock));

  const other = await createCache(inline.folder, 'other');
  t.is((await inline.with({ABLATE_CACHE: other}).ablate('run', '.', '--runs', 'other-runs')).code, 0);
  t.deepEqual(await readKept(other), kept);
  t.deepEqual(await historyOf(inline, 'other-runs', 'base'), await historyOf(inline, 'runs', 'base'));
});

test.serial('two commands at once that want the same features share the work, and no photo stands twice', async t => {
  const {inline, cache} = await createRows(t, {'base.yaml': `${featureExperiment}${augmented}features: {views: 2}\n`});
  const both = await Promise.all(['one', 'two'].map(async runs => inline.ablate('run', '.', '--runs', runs)));
  t.deepEqual(both.map(({code}) => code), [0, 0]);
  const kept = await readKept(cache);
  t.deepEqual(kept.map(({view, digests}) => [view, digests.length]), [[undefined, 9], [1, 21], [2, 21]]);
  t.true(kept.every(({digests}) => noTwice(digests)));
  t.deepEqual(await historyOf(inline, 'one', 'base'), await historyOf(inline, 'two', 'base'));
  t.true((await listFeatures(cache)).every(({places: {lock}}) => !existsSync(lock)));
});

// Nobody may write into /sys, not even root, whom no permissions bind.
const onLinux = process.platform === 'linux' ? test.serial : test.skip;
onLinux('a cache that cannot be written ends a run with what a user can mend, not as a bug', async t => {
  const {inline, cache} = await createRows(t, {'base.yaml': featureExperiment});
  await symlink('/sys', featuresFolder(cache));
  const {code, stdout, stderr} = await inline.ablate('run', '.');
  t.is(code, 1);
  t.regex(stdout + stderr, /cannot be written/v);
  t.notRegex(stdout + stderr, /a bug in ablate/v);
  const [run] = await readdir(path.join(inline.folder, 'runs'), {withFileTypes: true}).then(each => each.filter(entry => entry.isDirectory()));
  const text = await readFile(path.join(inline.folder, 'runs', run!.name, 'events.jsonl'), 'utf8');
  t.like(JSON.parse(text.trimEnd().split('\n').at(-1)!) as RunEvent, {type: 'ended', status: 'failed', problem: {code: 'cannot-write-cache'}});
});
