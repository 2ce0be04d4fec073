import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {knownLeak, type SplitPicture} from '../../src/dataset/look-alikes/known-leak.js';
import {Random} from '../../src/engine/random.js';
import {describeFeatures} from '../../src/features/feature-description.js';
import {FeatureFile} from '../../src/features/feature-file.js';
import {featurePlaces} from '../../src/features/feature-places.js';
import type {FeatureSource} from '../../src/features/feature-source.js';
import {pattern, plainPng, temporary, writeFiles} from '../dataset/temporary.js';
import {cliFile} from '../cli-file.js';

type Finished = {readonly code: number; readonly stdout: string; readonly stderr: string};

async function data(folder: string, ...args: string[]): Promise<Finished> {
  const env = {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ABLATE_CACHE: path.join(folder, 'cache'), ABLATE_DATA: undefined};
  return new Promise(resolve => {
    execFile(process.execPath, [cliFile, 'data', ...args], {cwd: folder, env}, (error, stdout, stderr) => {
      resolve({code: error ? Number(error.code) : 0, stdout, stderr});
    });
  });
}

test.serial('each verb has an example in its help', async t => {
  const folder = await temporary(t);
  for (const verb of ['get', 'check', 'list']) {
    const {code, stdout} = await data(folder, verb, '--help');
    t.is(code, 0);
    t.regex(stdout, new RegExp(String.raw`Examples?:\n {2}ablate data ${verb}`, 'v'));
  }
});

test.serial('a folder of good pictures passes, with its counts by split', async t => {
  const folder = await temporary(t);
  const picture = await plainPng(1, 2, 3);
  await writeFiles(folder, Object.fromEntries(['a', 'b'].flatMap(name => Array.from({length: 10}, (_, index) => [`photos/${name}/${index}.png`, picture]))));
  const {code, stdout, stderr} = await data(folder, 'check', 'photos', '--validation', '0.2');
  t.is(code, 0);
  t.regex(stdout, /a +8 +2\n +b +8 +2\n +all +16 +4\n/v);
  t.regex(stdout, /Every picture can be read/v);
  t.is(stderr, '');
});

test.serial('a share that leaves no picture to train or to validate is refused', async t => {
  const folder = await temporary(t);
  for (const share of ['foo', '3', '0', '1', '-0.1', '']) {
    const {code, stderr} = await data(folder, 'check', 'photos', '--validation', share);
    t.is(code, 2);
    t.is(stderr, `--validation ${share}: expected a number above 0 and below 1\n→ For example: --validation 0.2\n`);
  }
});

test.serial('unreadable pictures and empty classes are named, and end with 1', async t => {
  const folder = await temporary(t);
  const whole = await pattern(60, 60).jpeg().toBuffer();
  await writeFiles(folder, {'photos/a/good.jpg': whole, 'photos/a/cut.jpg': whole.subarray(0, whole.length / 2), 'photos/b/notes.txt': ''});
  const {code, stdout} = await data(folder, 'check', 'photos');
  t.is(code, 1);
  t.regex(stdout, /1 picture: cannot be read.*\n +a\/cut\.jpg: premature end of JPEG image\n/v);
  t.regex(stdout, /No pictures in b\./v);
  const json = await data(folder, 'check', 'photos', '--json');
  t.is(json.code, 1);
  const {fine, datasets} = JSON.parse(json.stdout) as {fine: boolean; datasets: Array<{unreadable: unknown}>};
  t.false(fine);
  t.deepEqual(datasets[0]?.unreadable, [{path: 'a/cut.jpg', reason: 'premature end of JPEG image'}]);
});

test.serial('what is not there, or has no such name, ends with 2 and a hint', async t => {
  const folder = await temporary(t);
  const missing = await data(folder, 'check', 'trashnet');
  t.is(missing.code, 2);
  t.regex(missing.stderr, /data set trashnet: not found; looked in[\s\S]*ablate data get trashnet/v);
  for (const args of [['check', 'nowhere'], ['check'], ['check', 'photos', 'nowhere']]) {
    const {code} = await data(folder, ...args);
    t.is(code, 2);
  }

  const unknown = await data(folder, 'get', 'imagenet');
  t.is(unknown.code, 2);
  t.regex(unknown.stderr, /expected one of trashnet, drawn-litter/v);
});

test.serial('drawn-litter is got, listed and checked', async t => {
  const folder = await temporary(t);
  const listed = await data(folder, 'list', '--json');
  const before = JSON.parse(listed.stdout) as Array<{name: string; root: string | null}>;
  t.deepEqual(before.map(({name, root}) => [name, root]), [['trashnet', null], ['drawn-litter', null]]);
  const {code, stdout} = await data(folder, 'get', 'drawn-litter', '--json');
  t.is(code, 0);
  const root = path.join(folder, 'cache', 'datasets', 'drawn-litter');
  t.like(JSON.parse(stdout), {name: 'drawn-litter', root, already: false, pictures: 360});
  const again = await data(folder, 'get', 'drawn-litter', '--json');
  t.like(JSON.parse(again.stdout), {already: true});
  const found = await data(folder, 'list');
  t.true(found.stdout.includes(root));
  const check = await data(folder, 'check');
  t.is(check.code, 0);
  t.regex(check.stdout, /all +324 +36\n/v);
});

const source: FeatureSource = {
  backbone: 'resnet50', weights: 'learned', image_size: 64, interpolation: 'nearest', decoder: 1, preprocess: 'caffe', engine: 'made up',
};

/** Twelve plain pictures of each of two classes, no two the same. */
async function greyPictures(): Promise<Record<string, Uint8Array>> {
  const pictures = Array.from({length: 24}, async (_, index) =>
    [`photos/${index < 12 ? 'a' : 'b'}/${index % 12}.png`, await plainPng(8 * index, 8 * index, 8 * index)] as const);
  return Object.fromEntries(await Promise.all(pictures));
}

type Told = {
  readonly by_features: {readonly doubtful_labels: readonly unknown[]; readonly same_things: readonly unknown[]};
  readonly not_kept: unknown;
};

const channels = 16;

/** Features by which `a/5` is a `b`, and `b/0` and `b/7` are one thing. */
async function keepFeatures(folder: string, pictures: Readonly<Record<string, Uint8Array>>, from: FeatureSource): Promise<void> {
  const random = Random.fromSeed(3);
  const rows = new Map(Object.keys(pictures).map(name => {
    const kind = name.includes('/a/') && !name.endsWith('/5.png') ? 0 : 1;
    return [name, Array.from({length: channels}, (_, place) => (place === kind ? 4 : 0) + random.uniform())];
  }));
  rows.set('photos/b/7.png', rows.get('photos/b/0.png')!.map(value => value + 0.01));
  // The maxima, which come after the means, would have each alone.
  const values = [...rows.values()].flatMap((means, index) => [...means, ...means.map((_, place) => place === index % channels ? 100 : 0)]);
  const cache = path.join(folder, 'cache');
  const file = await FeatureFile.open(featurePlaces(cache, from).records);
  await file.append(Object.values(pictures).map(bytes => digestOf(bytes)), Float32Array.from(values));
  await describeFeatures(cache, from);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test.serial('features that the cache holds tell labels worth a look and things on both sides, which are kept for the leaderboard', async t => {
  const folder = await temporary(t);
  const pictures = await greyPictures();
  await writeFiles(folder, pictures);
  await keepFeatures(folder, pictures, source);
  const {code, stdout} = await data(folder, 'check', 'photos', '--validation', '0.1');
  t.is(code, 0);
  t.regex(stdout, /By resnet50's features at 64x64:\n/v);
  t.regex(stdout, /1 group of pictures of what seems the same thing, some of which train and some validate\n +b\/0\.png validates {2}b\/7\.png trains\n/v);
  t.regex(stdout, /1 label worth a look: .*\n +picture .*\n +a\/5\.png +10 of 10 b +0 a +b\/\d+\.png\n/v);
  t.true(stdout.split('\n').slice(1).every(line => line.length <= 100), 'the first line holds the folder');

  const json = await data(folder, 'check', 'photos', '--json');
  const {datasets: [found]} = JSON.parse(json.stdout) as {datasets: [Told]};
  t.is(found.not_kept, null);
  t.like(found.by_features.doubtful_labels[0], {path: 'a/5.png', class: 'a', part: 'training', likely: 'b', agreeing: 10, own: 0, neighbours: 10});
  t.deepEqual(found.by_features.same_things, [[
    {path: 'b/0.png', class: 'b', part: 'validation'}, {path: 'b/7.png', class: 'b', part: 'training'},
  ]]);

  const split = Object.entries(pictures).map(([name, bytes]): SplitPicture =>
    ({subset: name.endsWith('/0.png') ? 'validation' : 'training', path: name.replace('photos/', ''), digest: digestOf(bytes)}));
  t.deepEqual(knownLeak(path.join(folder, 'cache'), split), {
    pairs: [{validation: 'b/0.png', training: 'b/7.png', same: 'thing'}], share: 0.5,
  });
});

test.serial('features of other pixels, of drawn weights, of views, or not of all pictures are no help, and it says what would be', async t => {
  const folder = await temporary(t);
  const pictures = await greyPictures();
  await writeFiles(folder, {...pictures, 'photos/b/new.png': await plainPng(250, 250, 250)});
  await keepFeatures(folder, pictures, source);
  const all = {...pictures, 'photos/b/new.png': await plainPng(250, 250, 250)};
  await keepFeatures(folder, all, {...source, preprocess: 'unit'});
  await keepFeatures(folder, all, {...source, weights: 'seed 0'});
  await keepFeatures(folder, all, {...source, view: JSON.parse('{"augment": {}, "number": 1}') as FeatureSource['view']});
  const {code, stdout} = await data(folder, 'check', 'photos');
  t.is(code, 0);
  t.regex(stdout, /Labels were not compared: .*\n.*`augment: none`/v);
  const {stdout: json} = await data(folder, 'check', 'photos', '--json');
  t.like(JSON.parse(json), {datasets: [{by_features: null}]});
});

test.serial('a cache that cannot be written to takes nothing from the findings', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, await greyPictures());
  await writeFile(path.join(folder, 'cache'), 'no folder');
  const {code, stdout} = await data(folder, 'check', 'photos');
  t.is(code, 0);
  t.regex(stdout, /The leaderboard cannot tell of look-alikes: they were not kept \(.+\)\.\n/v);
  t.regex(stdout, /Every picture can be read/v);
});
