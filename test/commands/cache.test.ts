import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {decodedFolder} from '../../src/dataset/decoded-folder.js';
import {withLock} from '../../src/files/with-lock.js';
import {featurePlaces} from '../../src/features/feature-places.js';
import type {FeatureSource} from '../../src/features/feature-source.js';
import {headerBytes, recordBytesOf} from '../../src/features/record-layout.js';
import {createCache, createFeatures, digestsOf, source} from '../features/fixtures.js';
import {noAugment} from '../no-augment.js';
import {Inline} from '../run-inline.js';

type Entry = {kind: string; of: string; files: string[]; bytes: number; usedAt: string; isGrowing: boolean};

const day = 86_400_000;
// One for all: midnight may pass within a test.
const now = Date.now();
const old: FeatureSource = {...source, weights: 'old'};
const middling: FeatureSource = {...source, view: {augment: {...noAugment, rotation_range: 5}, number: 2}, preprocess: 'caffe'};
const fresh: FeatureSource = {...source, weights: 'fresh'};
const bytesOf = (records: number) => headerBytes + (records * recordBytesOf(1000));
const pixels = 'ab'.repeat(32);

async function keep(cache: string, each: FeatureSource, photos: readonly string[], usedDaysAgo: number): Promise<void> {
  const file = await createFeatures(cache, each);
  await file.append(digestsOf(...photos), new Float32Array(photos.length * 1000));
  await age(featurePlaces(cache, each).records, usedDaysAgo);
}

async function age(file: string, days: number): Promise<void> {
  const time = usedAt(days);
  await utimes(file, time, time);
}

// A minute more, that a test which takes its time sees as many whole days.
function usedAt(days: number): Date {
  return new Date(now - (days * day) - 60_000);
}

/** A cache with features that were last used 40, 20 and 2 days ago, decoded photos of 35 days ago, and what no prune may touch. */
async function fullCache(t: ExecutionContext): Promise<{readonly cache: string; readonly inline: Inline}> {
  const cache = await createCache(t);
  await keep(cache, old, ['a', 'b', 'c'], 40);
  await keep(cache, middling, ['a', 'b'], 20);
  await keep(cache, fresh, ['a'], 2);
  await mkdir(decodedFolder(cache));
  const decoded = path.join(decodedFolder(cache), `${pixels}.u8`);
  await writeFile(decoded, new Uint8Array(2e6));
  await age(decoded, 35);
  for (const file of ['weights/some.h5', 'digests/some.json', 'datasets/some/photo.png', 'engine/some.node']) {
    await mkdir(path.dirname(path.join(cache, file)), {recursive: true});
    await writeFile(path.join(cache, file), 'stays');
    await age(path.join(cache, file), 400);
  }

  return {cache, inline: new Inline(cache, {ABLATE_CACHE: cache})};
}

async function entries(inline: Inline): Promise<Entry[]> {
  return JSON.parse((await inline.ablate('cache', 'list', '--json')).stdout) as Entry[];
}

async function filesOf(cache: string): Promise<string[]> {
  return (await readdir(cache, {recursive: true})).toSorted();
}

test('a cache that is not there yet has nothing to list or prune', async t => {
  const cache = path.join(await createCache(t), 'not-there');
  const inline = new Inline(path.dirname(cache), {ABLATE_CACHE: cache});
  const {code, stdout, stderr} = await inline.ablate('cache', 'list');
  t.deepEqual({code, stdout, stderr}, {code: 0, stdout: `Nothing is kept in ${cache} yet: no features and no decoded photos.\n`, stderr: ''});
  t.deepEqual(await entries(inline), []);
  t.is((await inline.ablate('cache', 'prune')).stdout, 'Nothing is kept that was not used for 30 days or more.\n');
  t.false(existsSync(cache));
});

test('list says what is kept, of what, how large and when it was used, the largest first', async t => {
  const {cache, inline} = await fullCache(t);
  const {code, stdout, stderr} = await inline.ablate('cache', 'list');
  t.is(stderr, '');
  t.is(code, 0);
  const lines = stdout.split('\n');
  t.regex(lines[0]!, /^what +of +size +last used$/v);
  const told = lines.slice(1, 5).map(line => line.split(/ {2,}/v));
  t.deepEqual(told.map(([kind, of]) => [kind, of]), [
    ['decoded photos', `pixels ${pixels.slice(0, 8)}`],
    ['features', '3 photos by mobilenet_v2, 32x32, tf'],
    ['features', '2 photos by mobilenet_v2, 32x32, caffe, view 2'],
    ['features', '1 photo by mobilenet_v2, 32x32, tf'],
  ]);
  t.deepEqual(told.map(cells => cells[3]), [35, 40, 20, 2].map(days => usedAt(days).toISOString().slice(0, 10)));
  t.is(lines[6], `2 MB in ${cache}; \`ablate cache prune\` deletes what was not used for a while.`);
});

test('list --json says the same for a program, with the files', async t => {
  const {cache, inline} = await fullCache(t);
  const listed = await entries(inline);
  t.deepEqual(listed.map(({kind, bytes, isGrowing}) => ({kind, bytes, isGrowing})), [
    {kind: 'decoded photos', bytes: 2e6, isGrowing: false},
    {kind: 'features', bytes: bytesOf(3), isGrowing: false},
    {kind: 'features', bytes: bytesOf(2), isGrowing: false},
    {kind: 'features', bytes: bytesOf(1), isGrowing: false},
  ]);
  const {records, description} = featurePlaces(cache, old);
  t.deepEqual(listed[1]!.files.toSorted(), [records, description].toSorted());
  t.deepEqual(listed[0]!.files, [path.join(decodedFolder(cache), `${pixels}.u8`)]);
});

test('prune deletes what was not used for 30 days, and nothing else', async t => {
  const {cache, inline} = await fullCache(t);
  const before = await filesOf(cache);
  const {code, stdout, stderr} = await inline.ablate('cache', 'prune');
  t.is(stderr, '');
  t.is(code, 0);
  t.is(stdout, [
    `deleted decoded photos, pixels ${pixels.slice(0, 8)}: 2 MB`,
    'deleted features, 3 photos by mobilenet_v2, 32x32, tf: 13 kB',
    '2 MB of 2 entries are free.\n',
  ].join('\n'));
  const deleted = [...Object.values(featurePlaces(cache, old)), path.join(decodedFolder(cache), `${pixels}.u8`)];
  const gone = new Set(deleted.map(file => path.relative(cache, file)));
  t.deepEqual(await filesOf(cache), before.filter(file => !gone.has(file)));
  t.is((await inline.ablate('cache', 'prune')).stdout, 'Nothing is kept that was not used for 30 days or more.\n');
});

test('a dry run says what would go, and deletes nothing', async t => {
  const {cache, inline} = await fullCache(t);
  const before = await filesOf(cache);
  const {stdout} = await inline.ablate('cache', 'prune', '--dry-run');
  t.regex(stdout, /^would delete decoded photos, pixels abababab: 2 MB\nwould delete features, 3 photos .*\n2 MB of 2 entries would be free\.\n$/v);
  t.deepEqual(await filesOf(cache), before);
});

test('--unused-for says how many days count', async t => {
  const {inline} = await fullCache(t);
  t.regex((await inline.ablate('cache', 'prune', '--unused-for', '41')).stdout, /^Nothing is kept that was not used for 41 days or more\.\n$/v);
  t.regex((await inline.ablate('cache', 'prune', '--unused-for', '40')).stdout, /^deleted features, 3 photos .*\n13 kB of 1 entry are free\.\n$/v);
  t.regex((await inline.ablate('cache', 'prune', '--unused-for', '20')).stdout, /\n2 MB of 2 entries are free\.\n$/v);
  t.deepEqual((await entries(inline)).map(({of}) => of), ['1 photo by mobilenet_v2, 32x32, tf']);
  const wrong = await inline.ablate('cache', 'prune', '--unused-for', '0');
  t.is(wrong.code, 2);
  t.regex(wrong.stderr, /--unused-for/v);
});

test('--all prunes whatever was used just now; weights, data sets, digests and the engine stay', async t => {
  const {cache, inline} = await fullCache(t);
  await keep(cache, {...source, weights: 'just now'}, ['a'], 0);
  t.regex((await inline.ablate('cache', 'prune', '--all')).stdout, /\n2 MB of 5 entries are free\.\n$/v);
  t.deepEqual(await entries(inline), []);
  const left = await filesOf(cache);
  t.deepEqual(left.filter(file => path.extname(file)), ['datasets/some/photo.png', 'digests/some.json', 'engine/some.node', 'weights/some.h5']);
});

test('what somebody is adding to is in use, and stays whatever is asked for', async t => {
  const {cache, inline} = await fullCache(t);
  await withLock(featurePlaces(cache, old).lock, async () => {
    const listed = await entries(inline);
    t.deepEqual(listed.filter(({isGrowing}) => isGrowing).map(({of}) => of), ['3 photos by mobilenet_v2, 32x32, tf']);
    t.regex((await inline.ablate('cache', 'list')).stdout, /^features +3 photos by .* now$/mv);
    await inline.ablate('cache', 'prune', '--all');
    t.deepEqual((await entries(inline)).map(({of}) => of), ['3 photos by mobilenet_v2, 32x32, tf']);
  });
  await inline.ablate('cache', 'prune', '--all');
  t.deepEqual(await entries(inline), []);
});

test('a lock whose holder died is nobody\'s: its features are not growing, and go', async t => {
  const {cache, inline} = await fullCache(t);
  const {lock, records} = featurePlaces(cache, old);
  await holdAndDie(lock);
  t.true(existsSync(lock));
  t.deepEqual((await entries(inline)).filter(({isGrowing}) => isGrowing), []);
  t.notRegex((await inline.ablate('cache', 'list')).stdout, / now$/mv);
  t.regex((await inline.ablate('cache', 'prune')).stdout, /^deleted features, 3 photos by .*$/mv);
  t.false(existsSync(records));
  t.false(existsSync(lock));
});

/** Leaves a lock behind as a process does that is killed while it holds it. */
async function holdAndDie(lock: string): Promise<void> {
  const moduleUrl = pathToFileURL(path.resolve('build/src/files/with-lock.js')).href;
  const script = `
    const {withLock} = await import(${JSON.stringify(moduleUrl)});
    await withLock(${JSON.stringify(lock)}, () => new Promise(resolve => { console.log('held'); setTimeout(resolve, 60_000); }));`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {stdio: ['ignore', 'pipe', 'inherit']});
  await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'close');
}

test('features that nothing describes any more are listed without words, and pruned', async t => {
  const {cache, inline} = await fullCache(t);
  const {description, records} = featurePlaces(cache, old);
  await rm(description);
  t.deepEqual((await entries(inline)).map(({of}) => of).slice(1, 2), ['3 photos']);
  t.regex((await inline.ablate('cache', 'prune')).stdout, /^deleted features, 3 photos: 13 kB$/mv);
  t.false(existsSync(records));
});

test('features whose records were deleted by hand are as if they had never been', async t => {
  const {cache, inline} = await fullCache(t);
  await rm(featurePlaces(cache, old).records);
  t.is((await entries(inline)).length, 3);
  t.is((await inline.ablate('cache', 'prune', '--all')).code, 0);
  t.deepEqual(await entries(inline), []);
});
