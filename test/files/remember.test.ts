import {mkdir, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {remember} from '../../src/files/remember.js';
import {shape} from '../../src/files/shape.js';
import {temporary} from '../dataset/temporary.js';

test('an answer is found once for a state, and again where the state, or what was kept, is another', async t => {
  const file = path.join(await temporary(t), 'kept/answer.json');
  let asked = 0;
  const ask = async (state: string) => remember({file, state, shape: shape.number, find: () => ++asked});
  t.is(await ask('a'), 1);
  t.is(await ask('a'), 1);
  t.is(await ask('b'), 2);
  t.is(await ask('a'), 3, 'only the last is kept');
  for (const text of ['', '{', 'null', '[]', '{"state":"a"}', '{"state":"a","found":"1"}']) {
    await writeFile(file, text);
    const before = asked;
    t.is(await ask('a'), before + 1, `holding ${text}`);
  }

  t.deepEqual(await readdir(path.dirname(file)), ['answer.json']);
});

test('where nothing can be kept it is found each time', async t => {
  const folder = await temporary(t);
  await writeFile(path.join(folder, 'file'), '');
  await mkdir(path.join(folder, 'answer.json'));
  for (const file of ['file/answer.json', 'answer.json']) {
    let asked = 0;
    const ask = async () => remember({file: path.join(folder, file), state: 'a', shape: shape.number, find: async () => ++asked});
    t.is(await ask(), 1);
    t.is(await ask(), 2);
  }
});
