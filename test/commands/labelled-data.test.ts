import {cp, mkdir, readdir, readFile, rename, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

type Row = {readonly name: string; readonly dataset: string; readonly last: number; readonly split_id: string; readonly data_changed: boolean};

type Checked = {
  readonly name: string;
  readonly classes: ReadonlyArray<{readonly name: string; readonly training: number}>;
  readonly left_out: object;
};

const classes = ['blue', 'green', 'red'];

/** The same photos in class folders, in one folder by a list, and in one folder with a text beside each. */
async function makeThreeForms(): Promise<Inline> {
  const inline = await Inline.create({
    'folders.yaml': tinyExperiment,
    'list.yaml': 'extends: folders.yaml\ndataset: {path: null, csv: all/labels.csv, classes: [blue, green, red]}\n',
    'texts.yaml': 'extends: folders.yaml\ndataset: {path: texts}\n',
    'rules.json': '{"0": "可回收物/蓝", "1": "厨余垃圾/绿", "2": "有害垃圾/红"}',
  });
  await makePhotos(inline.folder);
  await mkdir(path.join(inline.folder, 'texts'));
  const lines = ['path,label'];
  for (const [index, name] of classes.entries()) {
    for (const file of await readdir(path.join(inline.folder, 'photos', name))) {
      const {name: stem} = path.parse(file);
      await writeFile(path.join(inline.folder, `texts/${stem}.txt`), `${file}, ${index}`);
      lines.push(`../texts/${file},${name}`);
    }
  }

  await inline.write('all/labels.csv', `${lines.toReversed().slice(0, -1).toSpliced(0, 0, lines[0]!).join('\n')}\n`);
  return inline;
}

async function copyPhotos({folder}: Inline): Promise<void> {
  for (const name of classes) {
    await cp(path.join(folder, 'photos', name), path.join(folder, 'texts'), {recursive: true});
  }
}

test('lists and labelled folders are validated, planned, trained, checked, predicted and looked after as class folders are', async t => {
  const inline = await makeThreeForms();
  await copyPhotos(inline);
  const files = ['folders.yaml', 'list.yaml', 'texts.yaml'];
  const valid = await inline.ablate('validate', ...files);
  t.is(valid.stderr, '');
  const {code, stderr} = await inline.ablate('run', ...files);
  t.is(code, 0, `it said ${stderr.slice(-300)}`);

  const board = async () => {
    const {stdout} = await inline.ablate('board', '--json');
    return new Map((JSON.parse(stdout) as Row[]).map(row => [row.name, row]));
  };

  const rows = await board();
  t.is(rows.get('list')!.split_id, rows.get('folders')!.split_id, 'the same photos, labels and parts');
  t.is(rows.get('list')!.last, rows.get('folders')!.last);
  t.not(rows.get('texts')!.split_id, rows.get('folders')!.split_id, 'its classes have other names');
  t.is(rows.get('texts')!.last, rows.get('folders')!.last);
  t.deepEqual([...rows.values()].map(row => row.data_changed), [false, false, false]);

  const checked = JSON.parse((await inline.ablate('data', 'check', 'all/labels.csv', 'texts', '--json')).stdout) as {readonly datasets: readonly Checked[]};
  t.deepEqual(checked.datasets.map(({name}) => name), ['all/labels.csv', 'texts']);
  t.deepEqual(checked.datasets[1]!.classes.map(({name, training}) => [name, training]), [['0', 9], ['1', 9], ['2', 9]]);
  t.deepEqual(checked.datasets.map(each => each.left_out), [{loose: 0, kinds: {}}, {loose: 0, kinds: {}}]);

  const answered = JSON.parse((await inline.ablate('predict', 'texts', '--run', 'texts', '--rules', 'rules.json', '--json')).stdout) as {
    photos: ReadonlyArray<{readonly class: string; readonly name: string; readonly truth: string; readonly bin: {readonly name: string}}>;
  };
  t.is(answered.photos.length, 30);
  for (const photo of answered.photos) {
    t.is(photo.name, ['蓝', '绿', '红'][Number(photo.class)]!);
    t.regex(photo.truth, /^[0-2]$/v);
  }

  await inline.write('texts/red0.txt', 'red0.png, 1');
  const later = new Date(Date.now() + 60_000);
  await utimes(path.join(inline.folder, 'texts/red0.txt'), later, later);
  t.true((await board()).get('texts')!.data_changed, 'a label was changed');
  t.false((await board()).get('folders')!.data_changed);
});

test('a list whose labels or photos changed is told on the leaderboard', async t => {
  const inline = await makeThreeForms();
  await copyPhotos(inline);
  t.is((await inline.ablate('run', 'list.yaml')).code, 0);
  const isChanged = async () => {
    const [row] = JSON.parse((await inline.ablate('board', '--json')).stdout) as [Row];
    return row.data_changed;
  };

  const list = path.join(inline.folder, 'all/labels.csv');
  const before = await readFile(list, 'utf8');
  const rewrite = async (content: string) => {
    await writeFile(list, content);
    const later = new Date(Date.now() + 60_000);
    await utimes(list, later, later);
  };

  t.false(await isChanged());
  await rewrite(before);
  t.false(await isChanged(), 'written anew, and says the same');
  await rewrite(before.replace('red0.png,red', 'red0.png,blue'));
  t.true(await isChanged());
  await rewrite(before.replace('../texts/red0.png,red\n', ''));
  t.true(await isChanged());
  await rewrite(before);
  await rename(path.join(inline.folder, 'texts/red0.png'), path.join(inline.folder, 'texts/red00.png'));
  t.true(await isChanged(), 'a photo is gone');
});

test('what is wrong with a list is told where the row names it', async t => {
  const inline = await Inline.create({
    'a.yaml': tinyExperiment.replace('{path: ./photos}', '{csv: labels.csv}'),
    'both.yaml': 'extends: a.yaml\ndataset: {path: .}\n',
    'none.yaml': tinyExperiment.replace('{path: ./photos}', '{classes: [a, b]}'),
    'labels.csv': 'path,label\na.jpg,x\n',
  });
  const {stderr, code} = await inline.ablate('validate', '.');
  t.is(code, 2);
  t.regex(stderr, /^a\.yaml:2:16 dataset\.csv: .*labels\.csv: a label cannot be taken\n +labels\.csv:2 a\.jpg: there is no such file/mv);
  t.regex(stderr, /photos come from a folder \(path\) or from a list \(csv\), not from both/v);
  t.regex(stderr, /none\.yaml:\d+:\d+ dataset: the key "path" is missing, or "csv" for a list of labels/v);
});
