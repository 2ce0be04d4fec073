import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import test from 'ava';
import sharp from 'sharp';
import {Inline, makePhotos, tinyExperiment, type Finished} from '../../run-inline.js';
import {cliFile} from '../../cli-file.js';

type Answered = {
  readonly run: string;
  readonly row: string;
  readonly rules: {readonly label: string; readonly language: string} | null;
  readonly photos: ReadonlyArray<{
    readonly path: string;
    readonly class: string;
    readonly probability: number;
    readonly name: string | null;
    readonly bin: {readonly key: string; readonly name: string} | null;
    readonly hint: string | null;
    readonly truth: string | null;
    readonly part: string | null;
    readonly probabilities: Readonly<Record<string, number>>;
  }>;
  readonly unreadable: ReadonlyArray<{readonly path: string; readonly reason: string}>;
};

const read = ({stdout}: Finished) => JSON.parse(stdout) as Answered;

// Long enough to tell colours apart on any machine.
const separating = tinyExperiment.replace('epochs: 3', 'epochs: 15').replace('0.01', '0.03');

const augmented = `
extends: a.yaml
preprocess: tf
interpolation: bilinear
augment: {horizontal_flip: true}
epochs: 3
model:
  layers:
    - conv2d: {filters: 4, activation: relu}
    - batch_normalization
    - concatenate: [{conv2d: {filters: 2, padding: same}}, {activation: relu}]
    - flatten
    - dropout: 0.3
    - dense: {units: classes, activation: softmax}
`;
const frozen = `
extends: a.yaml
image_size: 32
preprocess: tf
epochs: 3
model:
  backbone: {name: mobilenet_v2, weights: none, trainable: false}
  layers:
    - concatenate: [{global_max_pooling2d: {}}, {global_average_pooling2d: {}}]
    - dense: {units: classes, activation: softmax}
`;
const maps = `
extends: frozen.yaml
model:
  layers:
    - conv2d: {filters: 4, kernel_size: 1}
    - global_average_pooling2d
    - dense: {units: classes, activation: softmax}
`;
const trainable = `
extends: maps.yaml
model: {backbone: {trainable: true}}
epochs: 1
`;

const rules = `
bins: {bright: {en: Bright bin, zh: 亮}, dark: Dark bin}
classes:
  red: {bin: bright, name: {en: crimson, zh: 红}, hint: {en: Mind the colour.}}
  gren: dark
  blue: dark
`;

let inline: Inline;

test.before(async () => {
  inline = await Inline.create({'a.yaml': separating, 'b.yaml': augmented, 'frozen.yaml': frozen, 'maps.yaml': maps, 'trainable.yaml': trainable, 'rules.yaml': rules});
  await makePhotos(inline.folder);
  const {code, stderr} = await inline.ablate('run', '.');
  if (code !== 0) {
    throw new Error(stderr);
  }
});

test.after.always(async () => {
  await rm(inline.folder, {recursive: true, force: true});
});

const answersAsStored = test.macro(async (t, row: string, epoch: string) => {
  const {run, photos} = read(await inline.ablate('predict', 'photos', '--run', row, '--epoch', epoch, '--json'));
  t.is(photos.length, 30);
  const stored = inline.query(`SELECT probabilities FROM predictions WHERE run_id = '${run}' AND of_epoch = '${epoch}'`) as Array<{probabilities: Uint8Array}>;
  const validation = inline.query(`
    SELECT path FROM pictures JOIN runs USING (split_id) WHERE run_id = '${run}' AND subset = 'validation' ORDER BY position
  `) as Array<{path: string}>;
  const expected = new Float32Array(Uint8Array.from(stored[0]!.probabilities).buffer);
  t.is(expected.length, 27);
  for (const [index, picture] of validation.entries()) {
    const said = photos.find(photo => photo.path === `photos/${picture.path}`)!;
    t.is(said.part, 'validation');
    t.is(said.truth, picture.path.split('/')[0]!);
    for (const [place, name] of ['blue', 'green', 'red'].entries()) {
      t.true(Math.abs(said.probabilities[name]! - expected[(index * 3) + place]!) < 1e-6, `${picture.path} ${name}`);
    }
  }
});

for (const row of ['a', 'b', 'frozen', 'maps', 'trainable']) {
  for (const epoch of ['last', 'best']) {
    test.serial(`the validation photos are answered as the run stored it: ${row}, ${epoch}`, answersAsStored, row, epoch);
  }
}

test.serial('files, folders, patterns and standard input name photos, each once, and what is none is told at the end', async t => {
  await mkdir(path.join(inline.folder, 'more/[x]'), {recursive: true});
  await cp(path.join(inline.folder, 'photos/red/red1.png'), path.join(inline.folder, 'more/[x]/turned.jpg'));
  await cp(path.join(inline.folder, 'photos/red/red2.png'), path.join(inline.folder, 'more/no suffix'));
  await writeFile(path.join(inline.folder, 'more/bad.jpg'), 'no picture');
  await mkdir(path.join(inline.folder, 'void'), {recursive: true});
  const given = ['photos/blue', 'photos/*/*[01].png', 'more/[x]/turned.jpg', 'more/no suffix', 'more/bad.jpg', 'void', 'gone.png'];
  const finished = await inline.ablate('predict', ...given, '--run', 'a', '--json');
  t.is(finished.code, 1);
  const {photos, unreadable} = read(finished);
  t.deepEqual(photos.map(photo => photo.path), [
    ...Array.from({length: 10}, (_, index) => `photos/blue/blue${index}.png`),
    ...['green/green0', 'green/green1', 'red/red0', 'red/red1'].map(name => `photos/${name}.png`),
    'more/[x]/turned.jpg',
    'more/no suffix',
  ]);
  t.is(photos.at(-1)!.truth, 'red', 'it is known by its content');
  t.deepEqual(unreadable.map(each => each.path), ['void', 'gone.png', 'more/bad.jpg']);

  const child = spawn(process.execPath, [cliFile, 'predict', '-', '--run', 'a', '--json'], {cwd: inline.folder});
  child.stdin.end('photos/red/red1.png\r\n\nphotos/green\n');
  const [printed] = await Promise.all([text(child.stdout), once(child, 'close')]);
  t.is((JSON.parse(printed) as Answered).photos.length, 11);
});

test.serial('rules say the bin in a language, and of which class there is no rule', async t => {
  const {stdout, stderr, code} = await inline.ablate('predict', 'photos/red', '--run', 'a', '--rules', 'rules.yaml');
  t.is(code, 0);
  t.is(stderr, 'The rules rules.yaml have no rule for green. Is it meant by "gren"?\n');
  t.regex(stdout, /^photo +class +probability +then +truth +bin +hint$/mv);
  t.regex(stdout, /rules: rules\.yaml, en$/mv);
  const {photos, rules: used} = read(await inline.ablate('predict', 'photos', '--run', 'a', '--rules', 'rules.yaml', '--lang', 'zh', '--json'));
  t.deepEqual(used, {label: 'rules.yaml', language: 'zh'});
  for (const said of photos) {
    t.deepEqual(said.bin, {red: {key: 'bright', name: '亮'}, blue: {key: 'dark', name: 'Dark bin (en)'}, green: null}[said.class]);
    t.is(said.name, said.class === 'red' ? '红' : null);
    t.is(said.hint, said.class === 'red' ? 'Mind the colour. (en)' : null);
  }

  t.deepEqual([...new Set(photos.map(photo => photo.class))].toSorted(), ['blue', 'green', 'red'], 'each of the three was looked at');
});

test.serial('a file of rules beside the photos is taken by itself', async t => {
  const file = path.join(inline.folder, 'photos/rules.yaml');
  await writeFile(file, rules);
  try {
    t.is(read(await inline.ablate('predict', 'photos/red/red1.png', '--run', 'a', '--json')).rules?.label, 'photos/rules.yaml');
  } finally {
    await rm(file);
  }

  t.is(read(await inline.ablate('predict', 'photos/red/red1.png', '--run', 'a', '--json')).rules, null);
});

test.serial('best is the first of the leaderboard by last', async t => {
  const [first] = inline.query('SELECT name FROM leaderboard ORDER BY last DESC, name') as Array<{name: string}>;
  t.is(read(await inline.ablate('predict', 'photos/red/red1.png', '--json')).row, first!.name);
  t.is(read(await inline.ablate('predict', 'photos/red/red1.png', '--run', 'best:photos', '--json')).row, first!.name);
});

test.serial('the grid is a PNG of sixteen photos', async t => {
  t.is((await inline.ablate('predict', 'photos', '--run', 'a', '--grid', 'out/grid.png')).code, 0);
  const {format, width, height} = await sharp(await readFile(path.join(inline.folder, 'out/grid.png'))).metadata();
  t.is(format, 'png');
  t.is(width, 2 * 570);
  t.is(height, 2 * 706);
});

test.serial('a grid replaces a grid, and no photo or other file', async t => {
  const folder = path.join(inline.folder, 'mine');
  await mkdir(folder);
  for (const name of ['photo.jpg', 'photo.png', 'other.png']) {
    await cp(path.join(inline.folder, 'photos/red/red1.png'), path.join(folder, name));
  }

  const told = async (file: string, ...photos: string[]) => {
    const {code, stderr} = await inline.ablate('predict', ...photos, '--run', 'a', '--grid', file);
    return code === 2 ? /\((.*)\)$/mv.exec(stderr)?.[1] : code;
  };

  t.is(await told('mine/photo.jpg', 'photos/red/red2.png'), 'a grid is a PNG, and its name must end so');
  t.is(await told('g.svg', 'photos/red/red2.png'), 'a grid is a PNG, and its name must end so');
  t.is(await told('mine/photo.png', 'mine'), 'it is one of the photos that are asked about');
  t.is(await told('mine/other.png', 'photos/red/red2.png'), 'it is there already, and no grid of ablate\'s');
  t.is(await told('mine/again.png', 'photos/red/red2.png'), 0);
  t.is(await told('mine/again.png', 'photos/red/red3.png'), 0);
  for (const name of ['photo.jpg', 'photo.png', 'other.png']) {
    t.deepEqual(await readFile(path.join(folder, name)), await readFile(path.join(inline.folder, 'photos/red/red1.png')));
  }
});

test.serial('what cannot be met is told in words', async t => {
  const refused = async (...args: string[]) => {
    const {code, stderr} = await inline.ablate('predict', 'photos/red/red1.png', ...args);
    t.is(code, 2);
    return stderr;
  };

  t.regex(await refused(''), /^an empty word: names no photo\n→ It is mostly a variable/v);
  t.regex(await refused('--run', 'nobody'), /nobody: no run has this id/v);
  t.regex(await refused('--run', 'best:trashnet'), /no run on trashnet is done; there are results on photos/v);
  t.regex(await refused('--rules', 'chna'), /Did you mean "china"/v);
  t.regex(await refused('--lang', 'en'), /there are no rules that could be in it/v);
  t.regex(await refused('--rules', 'rules.yaml', '--lang', 'fr'), /are in en, zh/v);

  const {run} = read(await inline.ablate('predict', 'photos/red/red1.png', '--run', 'b', '--json'));
  const weights = path.join(inline.folder, 'runs', run, 'last/weights.bin');
  const bytes = await readFile(weights);
  await writeFile(weights, Uint8Array.from(bytes, byte => byte ^ 1));
  t.regex(await refused('--run', 'b'), /its weights are not those that the run saved/v);
  await rm(path.join(inline.folder, 'runs', run, 'last'), {recursive: true});
  t.regex(await refused('--run', 'b'), /cannot be used \(.*no such file/v);
});
