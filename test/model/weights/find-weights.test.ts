import {Buffer} from 'node:buffer';
import {mkdir, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {WeightsFile} from '../../../src/domain/weights.js';
import {errors, UserError} from '../../../src/errors.js';
import {lookForWeights, searchPublished, type WeightsPlaces, type WeightsReference} from '../../../src/model/weights/find-weights.js';
import {knownWeights, type WeightsTable} from '../../../src/model/weights/known-weights.js';
import {temporary, writeFiles} from '../../dataset/temporary.js';
import {passTimeOf} from '../../pass-time-of.js';
import {digest, hdf5, modelJson, shards, writeTfjsModel} from './weights-files.js';

const [{file: inception}] = knownWeights.inception_v3.sources;

async function places(t: ExecutionContext, env: WeightsPlaces['env'] = {}): Promise<WeightsPlaces> {
  const cwd = await temporary(t);
  return {cwd, env, cache: path.join(cwd, 'cache')};
}

async function findWeights(reference: WeightsReference, here: WeightsPlaces): Promise<WeightsFile | undefined> {
  const {weights, missing} = await lookForWeights(reference, here);
  if (missing) {
    throw errors.missingWeights([missing]);
  }

  return weights;
}

test('weights none are no file', async t => {
  t.is(await findWeights({name: 'resnet50', weights: 'none'}, await places(t)), undefined);
});

test('a file of the user\'s own is taken by its path, with the digest of its bytes', async t => {
  const here = await places(t);
  const content = hdf5(1000);
  await writeFiles(here.cwd, {'mine.h5': content});
  t.deepEqual(await findWeights({name: 'resnet50', weights: 'mine.h5'}, here), {
    path: path.join(here.cwd, 'mine.h5'), format: 'h5', sha256: digest('sha256', content),
  });
});

test('of a tfjs layers model the digest is that of all shards in order, and of which weights they hold', async t => {
  const here = await places(t);
  const modelOf = (names: readonly string[], shape = [3, 2]) => JSON.stringify({weightsManifest: [
    {paths: Object.keys(shards), weights: names.map(name => ({name, shape, dtype: 'float32'}))},
  ]});
  const [first, second] = Object.entries(shards) as [[string, Uint8Array], [string, Uint8Array]];
  const digestOf = async (model: string, files: Readonly<Record<string, Uint8Array>> = shards) => {
    await writeFiles(here.cwd, {'model.json': model, ...files});
    await passTimeOf(path.join(here.cwd, second[0]));
    return (await findWeights({name: 'resnet50', weights: 'model.json'}, here))!.sha256;
  };

  const one = await digestOf(modelOf(['dense/gamma', 'dense/beta']));
  t.regex(one, /^[0-9a-f]{64}$/v);
  const others = [
    await digestOf(modelOf(['dense/beta', 'dense/gamma'])),
    await digestOf(modelOf(['dense/gamma', 'dense/beta'], [2, 3])),
    await digestOf(modelOf(['dense/gamma', 'dense/beta']), {[first[0]]: first[1], [second[0]]: new Uint8Array(18).fill(3)}),
  ];
  t.is(new Set([one, ...others]).size, 4);
  // How the file is written says nothing of the weights.
  t.is(await digestOf(JSON.stringify(JSON.parse(modelOf(['dense/gamma', 'dense/beta'])), undefined, 2)), one);
});

test('a path that is missing, a folder, no HDF5 or no layers model says which', async t => {
  const here = await places(t);
  await mkdir(path.join(here.cwd, 'folder.h5'));
  const parsed = JSON.parse(modelJson) as Record<string, unknown>;
  await writeFiles(here.cwd, {
    'page.h5': '<html>a page about weights</html>',
    'broken.json': '{"weightsManifest": ',
    'other.json': '{"name": "x"}',
    'graph.json': JSON.stringify({...parsed, format: 'graph-model'}),
    'half.json': modelJson.replace('float32', 'float16'),
    'packed.json': modelJson.replace('"dtype":"float32"', '"dtype":"float32","quantization":{"dtype":"uint8","scale":1,"min":0}'),
    'lonely/model.json': modelJson,
    'short/model.json': modelJson,
    'short/group1-shard1of2.bin': new Uint8Array(30),
    'short/group1-shard2of2.bin': new Uint8Array(17),
  });
  const reasons: Record<string, RegExp> = {
    'nowhere.h5': /there is no such file/v,
    'folder.h5': /it is a folder/v,
    'page.h5': /no HDF5 file.*perhaps a page/v,
    'broken.json': /it is no JSON/v,
    'other.json': /no `weightsManifest`/v,
    'graph.json': /a tfjs graph model/v,
    'half.json': /dense\/kernel is float16, and float32 is what can be read/v,
    'packed.json': /dense\/kernel is quantized, and float32/v,
    'lonely/model.json': /shard group1-shard1of2\.bin is not beside it/v,
    'short/model.json': /shards hold 47 bytes, and its weights take 48/v,
  };
  for (const [weights, message] of Object.entries(reasons)) {
    const error = await t.throwsAsync(findWeights({name: 'resnet50', weights}, here), {instanceOf: UserError, code: 'missing-weights', message});
    t.true(error.message.startsWith(path.join(here.cwd, weights)));
    t.regex(error.hint!, /model\.backbone\.weights/v);
  }
});

test('what bears the published name with another checksum is not taken for ImageNet\'s, but is by its path', async t => {
  const here = await places(t);
  await writeFiles(here.cwd, {[`weights/${inception}`]: hdf5(500)});
  const error = await t.throwsAsync(findWeights({name: 'inception_v3', weights: 'imagenet'}, here), {instanceOf: UserError, code: 'missing-weights'});
  t.regex(error.message, /there, but not it: .*: its MD5 is [0-9a-f]{32}, and that of Keras' file bcbd6486424b2319ff4ef7d526e38f63/v);
  t.regex(error.hint!, /`ablate weights get inception_v3`.*by its path, `weights: FILE`/v);
  t.is((await findWeights({name: 'inception_v3', weights: `weights/${inception}`}, here))?.format, 'h5');
});

test('without any, every place is named, and where the file can be had', async t => {
  const here = await places(t, {ABLATE_WEIGHTS: 'mine'});
  const error = await t.throwsAsync(findWeights({name: 'inception_v3', weights: 'imagenet'}, here), {instanceOf: UserError, code: 'missing-weights'});
  const lines = ['mine', 'weights', 'cache/weights/inception_v3'].map(folder => `    ${path.join(here.cwd, folder, inception)}\n`).join('');
  t.is(`${error.message}\n`, `weights of inception_v3: not on this machine\n  looked for, any one of them does:\n${lines}`);
  t.true(error.hint!.includes(knownWeights.inception_v3.sources[0].address));
});

test('the published file is found in the folder of the user, beside the experiments, and in the cache, in this order', async t => {
  const here = await places(t, {ABLATE_WEIGHTS: 'mine'});
  const content = hdf5(700);
  const table = withMd5(digest('md5', content));
  const files = ['mine', 'weights', 'cache/weights/inception_v3'].map(folder => path.join(folder, inception));
  await writeFiles(here.cwd, Object.fromEntries(files.map(file => [file, content])));
  for (const file of files) {
    const search = await searchPublished('inception_v3', here, table);
    t.like(search, {found: {weights: {path: path.join(here.cwd, file), sha256: digest('sha256', content)}}});
    await rm(path.join(here.cwd, file));
  }
});

test('Keras\' file is taken before npm\'s package, wherever the two lie', async t => {
  const here = await places(t, {ABLATE_WEIGHTS: 'mine'});
  const [keras, npm] = knownWeights.resnet50.sources;
  const content = hdf5(700);
  await writeTfjsModel(path.join(here.cwd, 'mine', path.dirname(npm!.file)));
  await writeFiles(here.cwd, {[`cache/weights/resnet50/${keras.file}`]: content});
  const digests = {modelSha256: digest('sha256', modelJson), sha256: digest('sha256', Buffer.concat(Object.values(shards)))};
  const sources = [{...keras, md5: digest('md5', content)}, {...npm!, bytes: 48, ...digests}] as const;
  const table = {...knownWeights, resnet50: {...knownWeights.resnet50, sources}};
  t.like(await searchPublished('resnet50', here, table), {found: {weights: {format: 'h5'}}});
  await rm(path.join(here.cwd, `cache/weights/resnet50/${keras.file}`));
  t.like(await searchPublished('resnet50', here, table), {found: {weights: {format: 'tfjs'}}});
});

test('a digest is remembered until the file changes', async t => {
  const here = await places(t);
  const file = path.join(here.cwd, 'mine.h5');
  const reference = {name: 'resnet50', weights: file} as const;
  await writeFile(file, hdf5(1000));
  const first = await findWeights(reference, here);
  const [memory] = await readdir(path.join(here.cache, 'digests'));
  const remembered = path.join(here.cache, 'digests', memory!);
  await writeFile(remembered, (await readFile(remembered, 'utf8')).replace(first!.sha256, 'f'.repeat(64)));
  t.is((await findWeights(reference, here))?.sha256, 'f'.repeat(64));
  await utimes(file, 1, 1);
  t.is((await findWeights(reference, here))?.sha256, first!.sha256);
  await writeFile(file, hdf5(1000, 3));
  t.not((await findWeights(reference, here))?.sha256, first!.sha256);
});

function withMd5(md5: string): WeightsTable {
  const [source] = knownWeights.inception_v3.sources;
  return {...knownWeights, inception_v3: {...knownWeights.inception_v3, sources: [{...source, md5}]}};
}
