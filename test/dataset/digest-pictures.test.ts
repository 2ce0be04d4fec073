import {createHash} from 'node:crypto';
import {readdir, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {digestPictures} from '../../src/dataset/digest-pictures.js';
import {findDataset} from '../../src/dataset/find-dataset.js';
import {passTimeOf} from '../pass-time-of.js';
import {temporary, writeFiles} from './temporary.js';

const nowhere = {cwd: '/', env: {}, cache: '/nonexistent'};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('digests are those of the bytes, in the data set\'s order, and remembered', async t => {
  const folder = await temporary(t);
  const cache = path.join(folder, 'cache');
  await writeFiles(folder, {'set/a/ü.jpg': 'one', 'set/b/2.jpg': 'two'});
  const dataset = await findDataset({path: path.join(folder, 'set')}, nowhere);
  const expected = [{path: 'a/ü.jpg', classIndex: 0, digest: sha256('one')}, {path: 'b/2.jpg', classIndex: 1, digest: sha256('two')}];
  t.deepEqual(await digestPictures(dataset, cache), expected);
  t.deepEqual(await digestPictures(dataset, cache), expected);
  const files = await readdir(path.join(cache, 'digests'));
  t.is(files.length, 1);
});

test('a changed file is read again, also when its size and its time of change were kept', async t => {
  const folder = await temporary(t);
  const cache = path.join(folder, 'cache');
  await writeFiles(folder, {'set/a/1.jpg': 'one', 'set/b/2.jpg': 'two'});
  const file = path.join(folder, 'set/a/1.jpg');
  await utimes(file, 1000, 1000);
  const dataset = await findDataset({path: path.join(folder, 'set')}, nowhere);
  await digestPictures(dataset, cache);
  await passTimeOf(file);
  await writeFile(file, 'eno');
  await utimes(file, 1000, 1000);
  const [first] = await digestPictures(dataset, cache);
  t.is(first?.digest, sha256('eno'));
});

test('two at once, a spoilt memory and an unusable cache all end right', async t => {
  const folder = await temporary(t);
  const cache = path.join(folder, 'cache');
  await writeFiles(folder, {'set/a/1.jpg': 'one', 'set/b/2.jpg': 'two', file: ''});
  const dataset = await findDataset({path: path.join(folder, 'set')}, nowhere);
  const [left, right] = await Promise.all([digestPictures(dataset, cache), digestPictures(dataset, cache)]);
  t.deepEqual(left, right);
  const [memory] = await readdir(path.join(cache, 'digests'));
  await writeFile(path.join(cache, 'digests', memory!), '[["a/1.jpg", [');
  t.deepEqual(await digestPictures(dataset, cache), left);
  t.deepEqual(await digestPictures(dataset, path.join(folder, 'file')), left);
});

test('a picture that has gone is named', async t => {
  const folder = await temporary(t);
  await writeFiles(folder, {'set/a/1.jpg': 'one', 'set/b/2.jpg': 'two'});
  const dataset = await findDataset({path: path.join(folder, 'set')}, nowhere);
  const gone = {...dataset, pictures: [...dataset.pictures, {path: 'b/3.jpg', classIndex: 1}]};
  await t.throwsAsync(digestPictures(gone, path.join(folder, 'cache')), {code: 'cannot-read-file', message: /3\.jpg.*no such file/v});
});
