import {readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {datasetDifferences} from '../../src/dataset/dataset-differences.js';
import {getDataset, type GetOptions} from '../../src/dataset/get-dataset.js';
import {knownDatasets} from '../../src/dataset/known-datasets.js';
import {serve} from '../serve.js';
import {makeZip} from './make-zip.js';
import {plainPng, temporary, writeFiles} from './temporary.js';

async function setUp(t: ExecutionContext): Promise<GetOptions & {readonly said: string[]; readonly root: string}> {
  const folder = await temporary(t);
  const said: string[] = [];
  const cache = path.join(folder, 'cache');
  return {cwd: folder, env: {}, cache, log: {write: text => said.push(text)}, said, root: path.join(cache, 'datasets', 'trashnet')};
}

/** TrashNet's folders and numbers, as tiny pictures. */
async function trashnetFiles(below: string): Promise<Array<[string, Uint8Array]>> {
  const picture = await plainPng(10, 20, 30);
  return Object.entries(knownDatasets.trashnet.counts).flatMap(([name, count]) =>
    Array.from({length: count}, (_, index): [string, Uint8Array] => [`${below}${name}/${name}${index + 1}.png`, picture]));
}

// One after another: each writes thousands of files.
test.serial('a zip from a server is fetched, unpacked, checked and put into the cache; the second time nothing is done', async t => {
  const options = await setUp(t);
  // An incomplete one of an older version's is replaced.
  await writeFiles(options.root, {'glass/older.png': ''});
  const zip = makeZip([
    ...await trashnetFiles('dataset-resized/'),
    ['__MACOSX/dataset-resized/glass/._glass1.png', new Uint8Array(3)],
    ['dataset-resized/.DS_Store', new Uint8Array(3)],
    ['dataset-resized/glass/._glass1.png', new Uint8Array(3)],
    ['README.md', new Uint8Array(3)],
  ]);
  let requests = 0;
  const from = await serve(t, (_request, response) => {
    requests++;
    response.setHeader('content-length', zip.length).end(zip);
  });
  t.deepEqual(await getDataset('trashnet', {...options, from}), {name: 'trashnet', root: options.root, already: false});
  t.deepEqual(await datasetDifferences('trashnet', options.root), []);
  t.deepEqual(await readdir(path.dirname(options.root)), ['trashnet']);
  t.deepEqual(await readdir(options.root), Object.keys(knownDatasets.trashnet.counts));
  const glass = await readdir(path.join(options.root, 'glass'));
  t.false(glass.includes('._glass1.png') || glass.includes('older.png'));
  t.true(options.said.some(text => text.includes('Fetching http')) && options.said.some(text => / of \d+\.\d MB/v.test(text)), `${options.said.join('')}`);
  const again = await getDataset('trashnet', {...options, from});
  t.true(again.already);
  t.is(requests, 1);
});

test.serial('two at once fetch it once', async t => {
  const options = await setUp(t);
  const zip = makeZip(await trashnetFiles(''));
  let requests = 0;
  const from = await serve(t, (_request, response) => {
    requests++;
    response.end(zip);
  });
  const got = await Promise.all([getDataset('trashnet', {...options, from}), getDataset('trashnet', {...options, from})]);
  t.deepEqual(got.map(({already}) => already).toSorted((left, right) => Number(left) - Number(right)), [false, true]);
  t.is(requests, 1);
});

test.serial('a folder does as well', async t => {
  const options = await setUp(t);
  await writeFiles(path.join(options.cwd, 'unpacked/trashnet'), Object.fromEntries(await trashnetFiles('')));
  await getDataset('trashnet', {...options, from: 'unpacked'});
  t.deepEqual(await datasetDifferences('trashnet', options.root), []);
});

test.serial('a zip of other numbers is refused by class, and nothing is left of it', async t => {
  const options = await setUp(t);
  await writeFile(path.join(options.cwd, 'it.zip'), makeZip(Object.keys(knownDatasets.trashnet.counts).map(name => [`below/${name}/1.jpg`, new Uint8Array(9)])));
  await t.throwsAsync(getDataset('trashnet', {...options, from: 'it.zip'}), {code: 'incomplete-dataset', message: /glass: expected 501 photos, found 1/v});
  t.deepEqual(await readdir(path.dirname(options.root)), []);
  const poor = await serve(t, (_request, response) => {
    response.end(makeZip([['glass/1.png', new Uint8Array(9)]]));
  });
  await t.throwsAsync(getDataset('trashnet', {...options, from: poor}), {code: 'incomplete-dataset', message: /no folder in it holds cardboard/v});
});

test.serial('a zip that would write outside its folder is refused', async t => {
  const options = await setUp(t);
  for (const name of ['../../outside.png', '/tmp/outside.png', String.raw`a\..\outside.png`]) {
    await writeFile(path.join(options.cwd, 'evil.zip'), makeZip([[name, new Uint8Array(3)]]));
    await t.throwsAsync(getDataset('trashnet', {...options, from: 'evil.zip'}), {code: 'not-a-zip'}, `${name} is refused`);
  }

  const left = await readdir(options.cwd);
  t.deepEqual(new Set(left), new Set(['cache', 'evil.zip']));
});

test.serial('what went wrong on the way is said in words', async t => {
  const options = await setUp(t);
  const refusing = await serve(t, (_request, response) => {
    response.writeHead(404).end('nothing here');
  });
  await t.throwsAsync(getDataset('trashnet', {...options, from: refusing}), {code: 'download-failed', message: /the server answered 404 Not Found/v});
  const silent = await serve(t, () => undefined);
  await t.throwsAsync(getDataset('trashnet', {...options, from: silent, idleMs: 300}), {code: 'download-failed', message: /no answer for 0\.3 s/v});
  const stalling = await serve(t, (_request, response) => {
    response.setHeader('content-length', 1000).write('PK');
  });
  await t.throwsAsync(getDataset('trashnet', {...options, from: stalling, idleMs: 300}), {code: 'download-failed', message: /no answer for 0\.3 s/v});
  const cutting = await serve(t, (_request, response) => {
    response.setHeader('content-length', 1000).write('PK', () => {
      response.destroy();
    });
  });
  await t.throwsAsync(getDataset('trashnet', {...options, from: cutting}), {code: 'download-failed', message: /the connection was cut/v});
  await t.throwsAsync(getDataset('trashnet', {...options, from: 'http://127.0.0.1:9/x.zip'}), {code: 'download-failed'});
  const page = await serve(t, (_request, response) => {
    response.end('<html>a page about a zip</html>');
  });
  await t.throwsAsync(getDataset('trashnet', {...options, from: page}), {code: 'not-a-zip'});
  await t.throwsAsync(getDataset('trashnet', {...options, from: 'gone.zip'}), {code: 'cannot-read-file'});
});

test.serial('an incomplete data set of the user\'s is told of, and left alone', async t => {
  const options = await setUp(t);
  await writeFiles(path.join(options.cwd, 'data/trashnet'), {'glass/1.png': ''});
  await t.throwsAsync(getDataset('trashnet', options), {code: 'incomplete-dataset', message: /data\/trashnet/v});
  t.deepEqual(await readdir(path.join(options.cwd, 'data/trashnet/glass')), ['1.png']);
});
