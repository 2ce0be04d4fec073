import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {makeSplit, planRun} from '../../queue/fixtures/plan-run.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {makeResults} from '../looked-at.js';

const count = 300;
const classes = Array.from({length: count}, (_, index) => `class${index}`);

/** Five pictures of two of the classes: three are taken for the last class, the others are right. */
async function makeMany() {
  const probabilities = new Float32Array(5 * count);
  for (const [picture, said] of [0, 1, 299, 299, 299].entries()) {
    probabilities[(picture * count) + said] = 1;
  }

  const text = Buffer.from(probabilities.buffer).toString('base64');
  const events = attemptOf([0.4]).map(event => event.type === 'predictions' ? {...event, probabilities: text} : event);
  return makeResults([[planRun('row', {split: {...makeSplit('many'), classes}}), events]]);
}

test('of many classes the cells that hold something are drawn', async t => {
  const inline = await makeMany();
  const {code, stderr} = await inline.ablate('plot', 'confusion', 'row', '-o', 'c.svg');
  t.is(code, 0, `said ${stderr}`);
  const svg = await readFile(path.join(inline.folder, 'c.svg'), 'utf8');
  t.deepEqual([...svg.matchAll(/<title>(class[^<]*)<\/title>/gv)].map(([, title]) => title), [
    'class0 taken for class0: 1', 'class0 taken for class299: 2', 'class1 taken for class1: 1', 'class1 taken for class299: 1',
  ]);
});

test('a report of many classes tells their recall and the most frequent mistakes', async t => {
  const inline = await makeMany();
  t.is((await inline.ablate('report')).code, 0);
  const read = async (name: string) => readFile(path.join(inline.folder, 'runs/report', name), 'utf8');
  t.regex(await read('report.md'), /\| class0 \| 3 \| 0\.333 \|\n\| class1 \| 2 \| 0\.500 \|\n/v);
  t.regex(await read('report.md'), /\nMost often: 2 class0 taken for class299, 1 class1 taken for class299\.\n/v);
  t.regex(await read('index.html'), /<figcaption>Most often: 2 class0 taken for class299, 1 class1 taken for class299\.<\/figcaption>/v);
});

test('seeds whose probabilities were not stored are not counted among those that pictures are summed over', async t => {
  const seeds: [number, number, number] = [0, 1, 2];
  const inline = await makeResults(seeds.map(seed => [
    planRun('row', {seed, seeds}),
    seed === 2 ? attemptOf([0.4]).filter(({type}) => type !== 'predictions') : attemptOf([0.4]),
  ]));
  t.is((await inline.ablate('report')).code, 0);
  const page = await readFile(path.join(inline.folder, 'runs/report/index.html'), 'utf8');
  t.regex(page, />1 row, 3 finished runs\./v);
  t.regex(page, /a column what was said, summed over 2 seeds\./v);
  t.regex(page, /<td class="right">2 of 2<\/td>/v);
});
