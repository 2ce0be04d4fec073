import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import type {RunEvent} from '../../../src/domain/run-event.js';
import {makeSplit, planRun} from '../../queue/fixtures/plan-run.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {makeResults} from '../looked-at.js';

const seeds: [number, number] = [0, 1];

/** What the accuracy's curve of `row` is described as, and what stands below it on the page. */
async function describeCurve(told: ReadonlyArray<readonly [ReturnType<typeof planRun>, readonly RunEvent[]]>) {
  const inline = await makeResults(told);
  await inline.ablate('report');
  const svg = await readFile(path.join(inline.folder, 'runs/report/pictures/row-accuracy.svg'), 'utf8');
  const page = await readFile(path.join(inline.folder, 'runs/report/index.html'), 'utf8');
  return {description: /<desc>([^<]*)<\/desc>/v.exec(svg)![1]!, caption: /<figcaption>Accuracy\.([^<]*)<\/figcaption>/v.exec(page)![1]!};
}

test('a curve is of the seeds that are done: of those that failed on the way it says nothing', async t => {
  const {description, caption} = await describeCurve([
    [planRun('row', {seed: 0, seeds}), attemptOf([0.2, 0.2, 0.2])],
    [planRun('row', {seed: 1, seeds}), attemptOf([0.8], {status: 'failed'})],
  ]);
  t.regex(description, /^validation accuracy from 0\.200 to 0\.200, .*best in epoch 1$/v);
  t.notRegex(caption, /seeds/v);
});

test('a curve is of the pictures that the scores are of', async t => {
  const {description} = await describeCurve([
    [planRun('row', {seed: 0, seeds}), attemptOf([0.2, 0.2])],
    [planRun('row', {seed: 1, seeds, split: makeSplit('b')}), attemptOf([0.8, 0.8])],
  ]);
  t.regex(description, /^validation accuracy from 0\.800 to 0\.800/v);
});

test('a curve of seeds that end apart says where they do', async t => {
  const {description, caption} = await describeCurve([
    [planRun('row', {seed: 0, seeds}), attemptOf([0.2, 0.4, 0.6])],
    [planRun('row', {seed: 1, seeds}), attemptOf([0.4, 0.8])],
  ]);
  t.regex(description, /^validation accuracy from 0\.300 to 0\.600, .*; seeds end after epochs 2, 3$/v);
  t.regex(caption, /The line is the mean of the seeds that are done.* Seeds end after epochs 2 and 3: behind that it is the mean of the others\./v);
});

test('where no seed is done the curve is that of the run that came furthest, and says so', async t => {
  const {description, caption} = await describeCurve([
    [planRun('row', {seed: 0, seeds}), attemptOf([0.8], {status: 'failed'})],
    [planRun('row', {seed: 1, seeds}), attemptOf([0.2, 0.4, 0.6]).slice(0, 3)],
  ]);
  t.regex(description, /^validation accuracy from 0\.200 to 0\.400/v);
  t.regex(caption, /Of the run that came furthest: none is done\./v);
});

test('the axis of a long training ends with it, so that the ring of its last epoch lies within', async t => {
  const inline = await makeResults([[planRun('row', {epochs: 500}), attemptOf(Array.from({length: 500}, (_, index) => index === 499 ? 0.8 : 0.2))]]);
  await inline.ablate('plot', 'curves', 'row', '-o', 'curves.svg');
  const svg = await readFile(path.join(inline.folder, 'curves.svg'), 'utf8');
  const [, right] = /<svg y="0"[^>]* viewBox="0 0 (\d+)/v.exec(svg)!;
  const [, x] = /<circle[^>]* cx="([\d.]+)"[^>]*><title>best epoch of seed 0: 500,/v.exec(svg)!;
  t.is(Number(x), Number(right) - 14, 'at the end of the frame');
});
