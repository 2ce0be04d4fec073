import path from 'node:path';
import test from 'ava';
import {findDataset} from '../../src/dataset/find-dataset.js';
import {listLeftOut} from '../../src/dataset/list-left-out.js';
import {temporary, writeFiles} from './temporary.js';

const nowhere = {cwd: '/nonexistent', env: {}, cache: '/nonexistent'};

test('a list gives photos and labels, in the order of folders whatever its own', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {
    'img/b.jpg': '', 'img/a.jpg': '', 'img/c.PNG': '', 'd, e.webp': '',
    'sub/labels.csv': '\u{FEFF}label,note,path\nred,x,../img/b.jpg\n\nblue,y,../img/c.PNG\nred,,../img/a.jpg\n"blue",,"../d, e.webp"\n',
  });
  const dataset = await findDataset({csv: path.join(folder, 'sub/labels.csv')}, nowhere);
  t.is(dataset.name, 'sub/labels.csv');
  t.is(dataset.root, path.join(folder, 'sub'));
  t.deepEqual(dataset.classes, ['blue', 'red']);
  t.deepEqual(dataset.pictures, [
    {path: '../d, e.webp', classIndex: 0},
    {path: '../img/c.PNG', classIndex: 0},
    {path: '../img/a.jpg', classIndex: 1},
    {path: '../img/b.jpg', classIndex: 1},
  ]);
  const chosen = await findDataset({csv: 'sub/labels.csv', classes: ['red', 'blue']}, {...nowhere, cwd: folder});
  t.deepEqual(chosen.classes, ['red', 'blue']);
});

test('labels that are whole numbers are sorted as such', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {'a.jpg': '', 'b.jpg': '', 'c.jpg': '', 'l.csv': 'file,class\na.jpg,10\nb.jpg,9\nc.jpg,0\n'});
  const {classes} = await findDataset({csv: path.join(folder, 'l.csv')}, nowhere);
  t.deepEqual(classes, ['0', '9', '10']);
});

test('photos with a text beside each are read as Huawei has them', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {
    'img_1.jpg': '', 'img_1.txt': 'img_1.jpg, 10', 'img_2.jpg': '', 'img_2.txt': '\u{FEFF}img_2.jpg, 2\r\n',
    'img_10.jpg': '', 'img_10.txt': 'img_10.jpg,2', 'loose.jpg': '', 'readme.txt': 'Read me, please',
  });
  const {classes, pictures, root} = await findDataset({path: folder}, nowhere);
  t.is(root, folder);
  t.deepEqual(classes, ['2', '10']);
  t.deepEqual(pictures, [{path: 'img_10.jpg', classIndex: 0}, {path: 'img_2.jpg', classIndex: 0}, {path: 'img_1.jpg', classIndex: 1}]);
  t.deepEqual(await listLeftOut({root}, new Set(pictures.map(picture => picture.path))), {loose: 1, kinds: {'.txt': 1}});
});

const refuses = test.macro(async (t, files: Readonly<Record<string, string>>, reference: 'l.csv' | '.', told: readonly string[]) => {
  const folder = await temporary(t);
  await writeFiles(folder, files);
  const {message} = await t.throwsAsync(findDataset(reference === '.' ? {path: folder} : {csv: path.join(folder, reference)}, nowhere));
  for (const line of told) {
    t.true(message.includes(line), `${line} in ${message}`);
  }
});

const two = {'a.jpg': '', 'b.jpg': ''};

test('every line of a list that is wrong is told', refuses, {
  ...two,
  'l.csv': 'path,label\na.jpg,x\nb.jpg,\n,x\nc.jpg,y\nd.gif,y\n',
}, 'l.csv', [
  '4 labels cannot be taken',
  'l.csv:3 the label is missing',
  'l.csv:4 the path is missing',
  'l.csv:5 c.jpg: there is no such file',
  'l.csv:6 d.gif: expected a name that ends in jpg, jpeg, png or webp',
]);
test('a photo that a list names twice is told', refuses, {...two, 'l.csv': 'path,label\na.jpg,x\nb.jpg,y\n./a.jpg,y\n'}, 'l.csv', [
  'l.csv:4 a.jpg: is labelled already, x (l.csv:2)',
]);
test('a list without the columns is told', refuses, {...two, 'l.csv': 'a.jpg,x\nb.jpg,y\n'}, 'l.csv', ['l.csv:1 expected a column `path`, got a.jpg, x']);
test('a line of too many fields is told', refuses, {...two, 'l.csv': 'path,label\na.jpg,x,z\n'}, 'l.csv', ['l.csv:2 expected 2 fields, as the first line has, got 3']);
test('a list of one label is told', refuses, {...two, 'l.csv': 'path,label\na.jpg,x\nb.jpg,x\n'}, 'l.csv', ['every photo is x']);
test('an empty list is told', refuses, {'l.csv': ''}, 'l.csv', ['the file is empty']);
test('a list that is not there is told', refuses, {}, 'l.csv', ['there is no such list of photos and labels']);
test('a text that labels no photo is told', refuses, {...two, 'a.txt': 'b.jpg', 'b.txt': 'c.jpg, 1'}, '.', [
  'a.txt: expected one line of a photo\'s name, a comma and a label, got "b.jpg"',
  'b.txt: names c.jpg, which is not beside it',
]);
test('a photo that two texts label is told', refuses, {...two, 'a.txt': 'a.jpg, 1', 'b.txt': 'a.jpg, 2'}, '.', ['b.txt a.jpg: is labelled already, 1 (a.txt)']);
test('a folder without labels is told as before', refuses, {...two, 'notes.txt': 'x'}, '.', ['expected one folder a class, but it holds no folders']);
