import {mkdir, symlink} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {findDataset} from '../../src/dataset/find-dataset.js';
import {knownClasses} from '../../src/dataset/known-datasets.js';
import {compareCodePoints} from '../../src/dataset/list-class-folders.js';
import {temporary, writeFiles} from './temporary.js';

const nowhere = {cwd: '/nonexistent', env: {}, cache: '/nonexistent'};

test('classes and files come in the order of Python\'s sort, as Keras lists them', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {
    'b/photo10.jpg': '', 'b/photo2.jpg': '', 'b/Photo3.JPG': '', 'b/a.jpeg': '', 'b/ä.png': '', 'b/_x.webp': '',
    'B/one.PNG': '', 'a10/one.png': '', 'a2/one.png': '',
  });
  const dataset = await findDataset({path: folder}, nowhere);
  t.deepEqual(dataset.classes, ['B', 'a10', 'a2', 'b']);
  t.deepEqual(dataset.pictures.map(picture => picture.path), [
    'B/one.PNG',
    'a10/one.png',
    'a2/one.png',
    'b/Photo3.JPG',
    'b/_x.webp',
    'b/a.jpeg',
    'b/photo10.jpg',
    'b/photo2.jpg',
    'b/ä.png',
  ]);
  t.deepEqual(dataset.pictures.map(picture => picture.classIndex), [0, 1, 2, 3, 3, 3, 3, 3, 3]);
});

test('code points order what UTF-16 units would not', t => {
  const names = ['\u{1F5D1}.jpg', '\u{FF21}.jpg', 'z.jpg', 'é.jpg', 'Z.jpg', 'photo.jpg', 'photo'];
  t.deepEqual(names.toSorted(compareCodePoints), ['Z.jpg', 'photo', 'photo.jpg', 'z.jpg', 'é.jpg', '\u{FF21}.jpg', '\u{1F5D1}.jpg']);
});

test('folders within a class are walked in the order of their paths, after the files beside them', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {'a/z.jpg': '', 'a/sub-x/1.jpg': '', 'a/sub/2.jpg': '', 'a/sub/deep/3.jpg': '', 'b/1.jpg': ''});
  const {pictures} = await findDataset({path: folder}, nowhere);
  t.deepEqual(pictures.map(picture => picture.path), ['a/z.jpg', 'a/sub/2.jpg', 'a/sub-x/1.jpg', 'a/sub/deep/3.jpg', 'b/1.jpg']);
});

test('hidden files, other files and what a Mac leaves in zips are passed over', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {
    'a/1.jpg': '', 'a/._1.jpg': '', 'a/.hidden/2.jpg': '', 'a/notes.txt': '', 'a/anim.gif': '', 'a/scan.tiff': '', 'a/jpg.bak': '', 'a/picture': '',
    'b/1.jpg': '', '.git/x.jpg': '', '__MACOSX/x.jpg': '', 'labels.csv': '', 'cover.jpg': '',
  });
  const {classes, pictures} = await findDataset({path: folder}, nowhere);
  t.deepEqual(classes, ['a', 'b']);
  t.deepEqual(pictures.map(picture => picture.path), ['a/1.jpg', 'b/1.jpg']);
});

test('a class folder may be a link', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {'set/a/1.jpg': '', 'elsewhere/1.jpg': ''});
  await symlink(path.join(folder, 'elsewhere'), path.join(folder, 'set', 'b'));
  const {classes, pictures} = await findDataset({path: path.join(folder, 'set')}, nowhere);
  t.deepEqual(classes, ['a', 'b']);
  t.is(pictures.length, 2);
});

test('a relative path is taken from the working folder', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {'photos/a/1.jpg': '', 'photos/b/1.jpg': ''});
  const dataset = await findDataset({path: 'photos'}, {...nowhere, cwd: folder});
  t.is(dataset.root, path.join(folder, 'photos'));
  t.is(dataset.name, 'photos');
  t.false(dataset.synthetic);
});

test('`classes` chooses folders and fixes the order of outputs', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {'a/1.jpg': '', 'b/1.jpg': '', 'c/1.jpg': ''});
  const {classes, pictures} = await findDataset({path: folder, classes: ['c', 'a']}, nowhere);
  t.deepEqual(classes, ['c', 'a']);
  t.deepEqual(pictures, [{path: 'c/1.jpg', classIndex: 0}, {path: 'a/1.jpg', classIndex: 1}]);
});

test('trashnet is looked for in ABLATE_DATA, then in ./data, then in the cache', async t => {
  const folder = await temporary(t);
  const places = {cwd: path.join(folder, 'work'), env: {ABLATE_DATA: path.join(folder, 'own')}, cache: path.join(folder, 'cache')};
  const error = await t.throwsAsync(findDataset('trashnet', places), {code: 'dataset-not-found'});
  t.true(error.message.includes(path.join(folder, 'own', 'trashnet')));
  t.true(error.message.includes(path.join(folder, 'work', 'data', 'trashnet')));
  t.true(error.message.includes(path.join(folder, 'cache', 'datasets', 'trashnet')));
  for (const place of ['cache/datasets', 'work/data', 'own']) {
    await writeFiles(path.join(folder, place, 'trashnet'), Object.fromEntries(knownClasses('trashnet').map(name => [`${name}/1.jpg`, ''])));
    const {root, classes} = await findDataset('trashnet', places);
    t.is(root, path.join(folder, place, 'trashnet'));
    t.deepEqual(classes, ['cardboard', 'glass', 'metal', 'paper', 'plastic', 'trash']);
  }
});

test('what is wrong with a folder is said', async t => {
  const folder = await temporary(t);
  await t.throwsAsync(findDataset({path: path.join(folder, 'gone')}, nowhere), {code: 'dataset-not-found', message: /no such folder/v});
  await mkdir(path.join(folder, 'empty'));
  await t.throwsAsync(findDataset({path: path.join(folder, 'empty')}, nowhere), {code: 'no-class-folders'});
  await writeFiles(folder, {'one/a/1.jpg': '', 'two/a/1.jpg': '', 'two/b/notes.txt': '', 'two/c/1.jpg': ''});
  await t.throwsAsync(findDataset({path: path.join(folder, 'one')}, nowhere), {code: 'single-class'});
  await t.throwsAsync(findDataset({path: path.join(folder, 'two')}, nowhere), {code: 'empty-class', message: /class folder b$/v});
  await t.throwsAsync(findDataset({path: path.join(folder, 'two'), classes: ['a', 'd']}, nowhere), {code: 'no-folder-for-class', message: /"d" \(found: a, b, c\)/v});
  const {pictures} = await findDataset({path: path.join(folder, 'two'), classes: ['a', 'c']}, nowhere);
  t.is(pictures.length, 2);
});
