import {execFileSync} from 'node:child_process';
import {appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import Database from 'better-sqlite3';
import tf from '../../src/engine/tfjs.js';
import {createRows, featureExperiment} from '../worker/feature-rows.js';
import {readTfjsModel} from '../conformance/takeaway/read-tfjs-model.js';
import {lookForWeights} from '../../src/model/weights/find-weights.js';
import {readH5} from '../../src/model/weights/read-h5.js';
import {fingerprintsOfAllVersions} from '../../src/plan/fingerprint.js';
import {openStore} from '../../src/store/open-store.js';
import {loadRealEngine} from '../real-engine.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

test.before(loadRealEngine);

async function trained(files: Readonly<Record<string, string>>): Promise<Inline> {
  const inline = await Inline.create(files);
  await makePhotos(inline.folder);
  const {code, stderr} = await inline.ablate('run', '.');
  return code === 0 ? inline : Promise.reject(new Error(stderr));
}

test('a network is taken away whole, its classes told, and the same bytes again', async t => {
  const inline = await trained({'tiny.yaml': tinyExperiment});
  const {stdout} = await inline.ablate('export', 'onnx', 'tiny');
  const folder = path.join(inline.folder, stdout.trim());
  t.deepEqual(readdirSync(folder), ['about.json', 'model.onnx']);
  const about = JSON.parse(readFileSync(path.join(folder, 'about.json'), 'utf8')) as {readonly classes: string[]; readonly pixels: {readonly shape: unknown[]; readonly photos: string}};
  t.deepEqual([about.classes, about.pixels.shape], [['blue', 'green', 'red'], ['n', 12, 12, 3]]);
  t.regex(about.pixels.photos, /turned upright by their EXIF orientation/v);
  const before = readFileSync(path.join(folder, 'model.onnx'));
  await inline.ablate('export', 'onnx', 'tiny');
  t.deepEqual(readFileSync(path.join(folder, 'model.onnx')), before);
});

test('the best epoch\'s network is another than the last one\'s, and Keras\' file holds the same weights as tfjs\'', async t => {
  // Colours are soon told apart, and the best epoch is the first of equal ones.
  const inline = await trained({'tiny.yaml': tinyExperiment.replace('learning_rate: 0.01', 'learning_rate: 0.03').replace('epochs: 3', 'epochs: 15')});
  const model = await readTfjsModel(path.join(inline.folder, (await inline.ablate('export', 'tfjs', 'tiny', '--of', 'last')).stdout.trim()));
  const stored = await readH5(path.join(inline.folder, (await inline.ablate('export', 'keras', 'tiny')).stdout.trim(), 'model.h5'));
  const values = stored.layers.flatMap(({weights}) => weights.map(({read}) => [...read()]));
  stored.close();
  t.deepEqual(values, model.layers.flatMap(layer => layer.getWeights().map(weight => [...weight.dataSync()])));
  t.deepEqual(model.layers.map(({name}) => name), ['input_1', 'preprocess', 'conv2d', 'max_pooling2d', 'flatten', 'dense']);
  const sum = tf.tidy(() => (model.predict(tf.ones([1, 12, 12, 3])) as tf.Tensor).sum().dataSync()[0]!);
  t.true(Math.abs(sum - 1) < 1e-5, `probabilities sum up to ${sum}`);

  const [{isEarlier}] = inline.query('select max(val_accuracy) = (select val_accuracy from epochs where epoch < 15 order by val_accuracy desc limit 1) as isEarlier from epochs') as [{readonly isEarlier: number}];
  t.is(isEarlier, 1, 'the best epoch is not the last one');
  await inline.ablate('export', 'savedmodel', 'tiny', '--of', 'best', '-o', 'best');
  await inline.ablate('export', 'savedmodel', 'tiny', '-o', 'last');
  const [run] = readdirSync(path.join(inline.folder, 'best')) as [string];
  const bytesOf = (folder: string) => readFileSync(path.join(inline.folder, folder, run, 'saved_model.pb'));
  t.false(bytesOf('best').equals(bytesOf('last')));
});

test('weights that are not those that the run saved are no network of it', async t => {
  const inline = await trained({'tiny.yaml': tinyExperiment});
  const [run] = readdirSync(path.join(inline.folder, 'runs')).filter(name => name.startsWith('tiny-')) as [string];
  const file = path.join(inline.folder, 'runs', run, 'last/weights.bin');
  const bytes = readFileSync(file);
  bytes[5]! ^= 1;
  writeFileSync(file, bytes);
  const {code, stderr} = await inline.ablate('export', 'onnx', 'tiny');
  t.is(code, 2);
  t.regex(stderr, /its model cannot be read \(its weights are not those that the run saved\)/v);
  t.is((await inline.ablate('export', 'onnx', 'tiny', '--of', 'best')).code, 0);
});

test('a frozen backbone goes with it, also if an older ablate trained it, unless its weights are not those that the run had', async t => {
  const {inline} = await createRows(t, {'row.yaml': featureExperiment});
  t.is((await inline.ablate('run', 'row.yaml')).code, 0);
  await makeOlder(inline);
  const model = await readTfjsModel(path.join(inline.folder, (await inline.ablate('export', 'tfjs', 'row')).stdout.trim()));
  t.true(model.layers.some(({name}) => name === 'block_15_expand'));
  t.like(await inline.ablate('predict', 'photos', '--run', 'row'), {code: 0}, 'what can be asked can be taken away');
  const file = path.join(inline.folder, 'mobilenet.h5');
  appendFileSync(file, 'more');
  t.regex((await inline.ablate('export', 'tfjs', 'row')).stderr, /^row-0-\w{8}: its backbone began from other weights than .*mobilenet\.h5 holds now$/mv);
  rmSync(file);
  const missing = await inline.ablate('export', 'tfjs', 'row');
  t.is(missing.code, 2);
  t.regex(missing.stderr, /mobilenet\.h5: cannot be taken for weights of mobilenet_v2/v);
});

/** Gives its one run the fingerprint of what training meant before. */
async function makeOlder({folder}: Inline): Promise<void> {
  const store = openStore(path.join(folder, 'runs'));
  const [runId] = store.runIds() as [string];
  const {row: {config}, split: {split_id: id}, seed} = store.runDetails(runId);
  store.close();
  const {weights} = await lookForWeights(config.model.backbone!, {cwd: folder, env: {}, cache: path.join(folder, 'cache')});
  const [, older] = fingerprintsOfAllVersions(config, {id}, seed, weights);
  const database = new Database(path.join(folder, 'runs/ablate.db'));
  database.prepare('UPDATE runs SET fingerprint = ?').run(older);
  database.close();
  const facts = path.join(folder, 'runs', runId, 'run.json');
  writeFileSync(facts, JSON.stringify({...JSON.parse(readFileSync(facts, 'utf8')) as object, fingerprint: older}));
}

test('what cannot be taken away is said: no model, drawn weights, what Keras has not', async t => {
  const {inline} = await createRows(t, {
    'drawn.yaml': featureExperiment.replace('./mobilenet.h5', 'none'),
    'cut.yaml': `${tinyExperiment}augment: {cutout: 0.2, horizontal_flip: true}\n`,
  });
  await inline.ablate('run', 'drawn.yaml');
  const drawn = await inline.ablate('export', 'keras', 'drawn');
  t.is(drawn.code, 2);
  t.regex(drawn.stderr, /^drawn-0-\w{8}: cannot be taken away: the weights of its frozen mobilenet_v2 were drawn, and are kept nowhere\n/v);
  const cut = await inline.ablate('export', 'script', 'cut.yaml');
  t.is(cut.code, 2);
  t.regex(cut.stderr, /^cut-0-\w{8}: cannot be taken away: Keras' ImageDataGenerator has no augment\.cutout\n/v);
  const [run] = readdirSync(path.join(inline.folder, 'runs')).filter(name => name.startsWith('drawn-')) as [string];
  rmSync(path.join(inline.folder, 'runs', run, 'run.json'));
  t.regex((await inline.ablate('export', 'script', 'drawn')).stderr, /its folder does not say any more what it was/v);
});

test('a program is written of a row that was never trained', async t => {
  const inline = await Inline.create({'tiny.yaml': `${tinyExperiment}augment: {zoom_range: 0.1, vertical_flip: true}\nschedule: {name: plateau, warmup: 1}\n`});
  await makePhotos(inline.folder);
  const {stdout} = await inline.ablate('export', 'script', 'tiny.yaml');
  const script = readFileSync(path.join(inline.folder, stdout.trim()), 'utf8');
  for (const line of ['# ablate turns photos upright by their EXIF orientation', 'AUGMENT = dict(vertical_flip=True, zoom_range=0.1)', 'x = L.Conv2D(filters=4, kernel_size=3, activation="relu")(x)', '    tf.keras.optimizers.Adam(RATE']) {
    t.true(script.includes(line), `${line} in\n${script}`);
  }
});

test('classes that are called as what every object has are trained, and written down, as others are', async t => {
  const inline = await Inline.create({'tiny.yaml': `${tinyExperiment}class_weight: {toString: 3}\n`});
  await makePhotos(inline.folder);
  for (const [from, to] of Object.entries({blue: 'constructor', green: 'toString', red: 'zinc'})) {
    renameSync(path.join(inline.folder, 'photos', from), path.join(inline.folder, 'photos', to));
  }

  t.like(await inline.ablate('run', 'tiny.yaml'), {code: 0});
  const {stdout} = await inline.ablate('export', 'script', 'tiny');
  t.regex(readFileSync(path.join(inline.folder, stdout.trim()), 'utf8'), /^ +class_weight=\{0: 1, 1: 3, 2: 1\},$/mv);
});

// Says which files each part is given, and ends before there is anything to train.
const tensorflow = `
import json, os, sys

class ImageDataGenerator:
    def __init__(self, **options):
        pass

    def flow_from_directory(self, folder, classes, **options):
        print(json.dumps([f"{name}/{file}" for name in classes for file in sorted(os.listdir(os.path.join(folder, name)))]))
        if options.get("shuffle") is False:
            sys.exit(0)

class keras:
    class utils:
        set_random_seed = print

    class preprocessing:
        class image:
            ImageDataGenerator = ImageDataGenerator
`;

test('a program touches no folder of its reader\'s, whatever it is called', async t => {
  const inline = await Inline.create({
    'tiny.yaml': tinyExperiment.replace('{validation: 0.3}', '{method: stratified, validation: 0.3}'), 'stubs/tensorflow.py': tensorflow, 'stubs/numpy.py': '',
    'training/mine.txt': 'training', 'validation/mine.txt': 'validation',
  });
  await makePhotos(inline.folder);
  mkdirSync(path.join(inline.folder, 'temporary'));
  const {stdout} = await inline.ablate('export', 'script', 'tiny.yaml');
  const printed = execFileSync('python3', [path.join(inline.folder, stdout.trim())], {
    cwd: inline.folder, encoding: 'utf8',
    env: {...process.env, PYTHONPATH: path.join(inline.folder, 'stubs'), TMPDIR: path.join(inline.folder, 'temporary'), DATA: 'photos', OUTPUT: '.'},
  });
  const [training, validation] = printed.trim().split('\n').slice(-2).map(line => JSON.parse(line) as string[]) as [string[], string[]];
  t.is(validation.length, 9);
  t.deepEqual([...training, ...validation].toSorted(), ['blue', 'green', 'red'].flatMap(name => Array.from({length: 10}, (_, index) => `${name}/${name}${index}.png`)));
  for (const part of ['training', 'validation']) {
    t.is(readFileSync(path.join(inline.folder, part, 'mine.txt'), 'utf8'), part);
    t.deepEqual(readdirSync(path.join(inline.folder, part)), ['mine.txt']);
  }

  t.deepEqual(readdirSync(path.join(inline.folder, 'temporary')), []);
  t.true(existsSync(path.join(inline.folder, 'photos/red/red0.png')));
});
