import {existsSync} from 'node:fs';
import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import test from 'ava';
import {knownWeights} from '../../src/model/weights/known-weights.js';
import {writeFiles} from '../dataset/temporary.js';
import {digest, hdf5} from '../model/weights/weights-files.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {fileServer, serve} from '../serve.js';

// MobileNet v2 alone has no checksum, so that any HDF5 of its size will do: nothing here may reach Keras' own bucket.
const [{file: mobilenet, bytes}] = knownWeights.mobilenet_v2.sources;
const content = hdf5(bytes);

async function command(files: Readonly<Record<string, string>> = {}) {
  const {folder} = await Inline.create(files);
  const inline = new Inline(folder).with({ABLATE_CACHE: path.join(folder, 'cache'), ABLATE_WEIGHTS: ''});
  return {inline, folder, place: path.join(folder, 'cache/weights/mobilenet_v2', mobilenet)};
}

test('each verb has an example in its help, and an unknown name is told the known ones', async t => {
  const {inline} = await command();
  for (const verb of ['get', 'list']) {
    t.regex((await inline.ablate('weights', verb, '--help')).stdout, new RegExp(String.raw`Examples?:\n {2}ablate weights ${verb}`, 'v'));
  }

  const {code, stderr} = await inline.ablate('weights', 'get', 'vgg16');
  t.is(code, 2);
  t.regex(stderr, /^vgg16: expected one of efficientnet_b0, .*resnet50\n→ /v);
});

test('what is fetched is listed with its place, its source, its licence and its checksum', async t => {
  const {inline, place} = await command();
  const before = JSON.parse((await inline.ablate('weights', 'list', '--json')).stdout) as Array<Record<string, unknown>>;
  t.deepEqual(before.map(({name, file}) => [name, file]), Object.keys(knownWeights).map(name => [name, null]));
  const got = await inline.ablate('weights', 'get', 'mobilenet_v2', '--from', await serve(t, fileServer(content, '"a"')), '--json');
  t.is(got.code, 0);
  t.like(JSON.parse(got.stdout), {name: 'mobilenet_v2', path: place, format: 'h5', sha256: digest('sha256', content), already: false});
  const after = JSON.parse((await inline.ablate('weights', 'list', '--json')).stdout) as Array<Record<string, unknown>>;
  t.like(after.find(({name}) => name === 'mobilenet_v2'), {file: place, sha256: digest('sha256', content), preprocess: 'tf'});
  const {stdout} = await inline.ablate('weights', 'list');
  t.regex(stdout, /backbone +here +MB +preprocess +licence +verified by\n/v);
  t.regex(stdout, /mobilenet_v2 +yes +9\.4 +tf +Apache-2\.0 +size and format/v);
  t.regex(stdout, /inception_v3 +no +87\.9 +tf +Apache-2\.0 +MD5 bcbd6486424b2319ff4ef7d526e38f63/v);
  t.true(stdout.includes(`✔ mobilenet_v2\n    ${place}\n`));
  t.like(JSON.parse((await inline.ablate('weights', 'get', 'mobilenet_v2', '--json')).stdout), {already: true});
});

test('a download whose process was killed goes on from what had come', async t => {
  const {inline, place} = await command();
  const requests: string[] = [];
  const rest = fileServer(content, '"a"', requests);
  let isFirst = true;
  const from = await serve(t, (request, response) => {
    if (isFirst) {
      isFirst = false;
      // Then silence.
      response.writeHead(200, {etag: '"a"', 'content-length': bytes}).write(content.subarray(0, 3_000_000));
    } else {
      rest(request, response);
    }
  });
  const first = inline.start('weights', 'get', 'mobilenet_v2', '--from', from);
  while (await sizeOf(`${place}.part`) < 3_000_000) {
    await wait(20);
  }

  first.kill('SIGKILL');
  await first.finished;
  const {code, stderr} = await inline.ablate('weights', 'get', 'mobilenet_v2', '--from', from);
  t.is(code, 0, `${stderr}`);
  t.deepEqual(requests, ['bytes=3000000-']);
  t.true(content.equals(await readFile(place)));
  t.deepEqual(await readdir(path.dirname(place)), [mobilenet]);
});

test('two at once fetch it once', async t => {
  const {inline} = await command();
  const requests: string[] = [];
  const from = await serve(t, fileServer(content, '"a"', requests));
  const both = await Promise.all([1, 2].map(async () => inline.ablate('weights', 'get', 'mobilenet_v2', '--from', from, '--json')));
  t.deepEqual(both.map(({stdout}) => (JSON.parse(stdout) as {already: boolean}).already).toSorted(), [false, true]);
  t.deepEqual(requests, ['whole']);
});

test('what is not the published file is refused, in words, and not kept', async t => {
  const {inline, folder} = await command();
  await writeFiles(folder, {'short.h5': content.subarray(0, 1000), 'page.h5': '<html>', 'models/other.h5': content});
  for (const [name, from, reason] of [
    ['mobilenet_v2', 'short.h5', /short\.h5\n {4}it has 1000 bytes, and the published one 9406464\n/v],
    ['mobilenet_v2', 'page.h5', /it is no HDF5 file, as Keras saves weights; perhaps a page about one\n/v],
    ['mobilenet_v2', await serve(t, fileServer(content.subarray(0, 1000), '"a"')), /it has 1000 bytes/v],
    ['mobilenet_v2', 'models', /the folder holds none of mobilenet_v2_weights/v],
    ['inception_v3', 'short.h5', /its MD5 is [0-9a-f]{32}, and that of Keras' file bcbd6486424b2319ff4ef7d526e38f63\n/v],
    ['resnet50', 'nowhere', /there is no such file or folder\n/v],
  ] as const) {
    const {code, stdout, stderr} = await inline.ablate('weights', 'get', name, '--from', from);
    t.deepEqual([code, stdout], [2, '']);
    t.regex(stderr, new RegExp(`weights of ${name}: could not be had\n`, 'v'));
    t.regex(stderr, reason);
    t.regex(stderr, new RegExp(`→ Fetch https:.* on another machine, then: ablate weights get ${name} --from FILE`, 'v'));
    t.deepEqual(await readdir(path.join(folder, 'cache/weights', name)), []);
  }
});

test('a cache that cannot be written is told in words', async t => {
  const {inline, folder} = await command({cache: 'a file'});
  const {code, stderr} = await inline.ablate('weights', 'get', 'mobilenet_v2', '--from', 'it.h5');
  t.is(code, 2);
  t.true(stderr.startsWith(`${path.join(folder, 'cache/weights/mobilenet_v2')}: cannot be written (a file is in the way)\n→ `));
});

const beginning = tinyExperiment.replace('image_size: 12', 'image_size: 32').replace('model:\n', 'model:\n  backbone: {name: mobilenet_v2}\n').replace(/ {4}- conv2d.*\n {4}- max_pooling2d\n {4}- flatten/v, '    - global_average_pooling2d');

test('rows that show ImageNet\'s weights other pixels than they expect are noted, and are no error', async t => {
  const {inline, folder} = await command({
    'a.yaml': `${beginning}preprocess: caffe\n`,
    'b.yaml': 'extends: a.yaml\nepochs: 4\n',
    'c.yaml': 'extends: a.yaml\nmodel: {backbone: {name: resnet50}}\n',
    'd.yaml': 'extends: a.yaml\npreprocess: tf\n',
    'e.yaml': 'extends: a.yaml\nmodel: {backbone: {weights: none}}\n',
    'f.yaml': 'extends: a.yaml\nmodel: {backbone: {name: efficientnet_b0}}\n',
  });
  await makePhotos(folder);
  const notes = 'note: a.yaml and b.yaml: mobilenet_v2\'s ImageNet weights expect `preprocess: tf`, but here it is `caffe`.\n'
    + 'note: f.yaml: efficientnet_b0\'s ImageNet weights expect `preprocess: none`, but here it is `caffe`.\n';
  const valid = await inline.ablate('validate', '.');
  t.deepEqual([valid.code, valid.stderr], [0, notes]);
  t.deepEqual((JSON.parse((await inline.ablate('validate', '.', '--json')).stdout) as {notes: string[]}).notes.map(note => `${note}\n`).join(''), notes);
  const planned = await inline.ablate('plan', '.');
  t.is(planned.code, 0);
  t.true(planned.stderr.startsWith(notes));
  t.true((await inline.ablate('run', '.')).stderr.startsWith(notes));
});

test('many rows are one note that names the first', async t => {
  const children = Object.fromEntries(['b', 'c', 'd', 'e'].map(name => [`${name}.yaml`, 'extends: a.yaml\n']));
  const {inline, folder} = await command({'a.yaml': beginning, ...children});
  await makePhotos(folder);
  const {stderr} = await inline.ablate('validate', '.');
  t.is(stderr, 'note: a.yaml, b.yaml, c.yaml and 2 others: mobilenet_v2\'s ImageNet weights expect `preprocess: tf`, but here it is `unit`.\n');
});

test('rows without their weights are validated and planned, and not run', async t => {
  const {inline, folder} = await command({
    'experiments/a.yaml': beginning,
    'experiments/b.yaml': 'extends: a.yaml\nepochs: 4\n',
    'experiments/c.yaml': 'extends: a.yaml\nmodel: {backbone: {name: resnet50, weights: ../mine/resnet.h5}}\n',
    'experiments/d.yaml': 'extends: a.yaml\nmodel: {backbone: {weights: none}}\n',
  });
  await makePhotos(path.join(folder, 'experiments'));
  const valid = await inline.ablate('validate', 'experiments');
  t.is(valid.code, 0, `${valid.stderr}`);
  const told = new RegExp([
    String.raw`weights of mobilenet_v2: not on this machine, and a \(experiments/a\.yaml\), b \(experiments/b\.yaml\) begin from them\n`,
    String.raw` {2}looked for, any one of them does:\n {4}\S*/weights/mobilenet_v2_weights\S*\n {4}\S*/cache/weights/mobilenet_v2/\S*\n`,
    String.raw`${path.join(folder, 'mine/resnet.h5')}: cannot be taken for weights of resnet50: there is no such file, and c \(experiments/c\.yaml\) begins from it\n`,
    String.raw`→ Fetch them: .ablate weights get mobilenet_v2.\..*\n {2}Correct .model\.backbone\.weights.`,
  ].join(''), 'v');
  const planned = await inline.ablate('plan', 'experiments');
  t.is(planned.code, 0);
  t.regex(planned.stdout, /4 runs: 4 to do/v);
  t.regex(planned.stderr, told);
  const rows = JSON.parse((await inline.ablate('plan', 'experiments', '--json')).stdout) as Array<{name: string; fingerprint: string | null; weights?: string}>;
  t.deepEqual(rows.map(({name, fingerprint, weights}) => [name, fingerprint === null, weights]), [
    ['a', true, 'missing'], ['b', true, 'missing'], ['c', true, 'missing'], ['d', false, undefined],
  ]);
  const run = await inline.ablate('run', 'experiments');
  t.is(run.code, 2);
  t.is(run.stdout, '');
  t.regex(run.stderr, told);
  t.deepEqual((await readdir(path.join(folder, 'runs'))).filter(name => !/^(?:ablate|queue)\.db/v.test(name)), []);
});

test('where the weights are, by whatever name, the row is the same run', async t => {
  const {inline, folder} = await command({
    'a.yaml': `${beginning}preprocess: tf\n`,
    'below/b.yaml': 'extends: ../a.yaml\nmodel: {backbone: {weights: mine.h5}}\n',
  });
  await makePhotos(folder);
  await writeFiles(folder, {[`weights/${mobilenet}`]: content, 'below/mine.h5': content});
  const fingerprints = async () => {
    const {stdout, stderr} = await inline.ablate('plan', 'a.yaml', 'below/b.yaml', '--json');
    t.is(stderr, '');
    return (JSON.parse(stdout) as Array<{fingerprint: string}>).map(({fingerprint}) => fingerprint);
  };

  const [first, second] = await fingerprints();
  t.truthy(first);
  t.is(first, second);
  await writeFiles(folder, {'below/mine.h5': hdf5(bytes, 2)});
  const [same, other] = await fingerprints();
  t.is(same, first);
  t.not(other, first);
  const set = await inline.ablate('plan', 'a.yaml', '--set', 'model.backbone.weights=below/mine.h5', '--json');
  t.is((JSON.parse(set.stdout) as Array<{fingerprint: string}>)[0]?.fingerprint, other);
});

async function sizeOf(file: string): Promise<number> {
  return existsSync(file) ? (await stat(file)).size : 0;
}
