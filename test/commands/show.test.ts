import test from 'ava';
import type {Detail} from '../../src/report/show/detail.js';
import {Inline, makePhotos, tinyExperiment, type Finished} from '../run-inline.js';
import {ids, makeResults, results} from './looked-at.js';

const read = ({stdout}: Finished) => JSON.parse(stdout) as Detail;

test('a row is shown with all its seeds', async t => {
  const inline = await makeResults(results);
  const {runs, scores, scored, classes, wrong, folders, next, row} = read(await inline.ablate('show', 'other', '--json'));
  t.deepEqual(runs.map(({run_id: id}) => id), [ids.other, ids.again]);
  t.is(scored, 2);
  t.is(scores!.last, 0.7);
  t.is(row.parent, 'one');
  t.deepEqual(classes, [
    {name: 'glass', pictures: 3, recall: 0, taken_for: [0, 6]},
    {name: 'metal', pictures: 2, recall: 1, taken_for: [0, 4]},
  ], 'the stored probabilities say metal always');
  t.deepEqual(wrong, [0, 2, 4].map(picture => (
    {path: `glass/validation${picture}.png`, class: 'glass', said: 'metal', probability: 0.75, of_class: 0.25, wrong: 2})));
  t.is(folders[ids.other], `runs/${ids.other}`);
  t.deepEqual(next, ['ablate diff one other', `ablate show ${ids.other}`, 'ablate export tensorboard other']);

  const {stdout, code} = await inline.ablate('show', 'other');
  t.is(code, 0);
  t.true(stdout.startsWith('other  done, 2 seeds\n'));
  t.regex(stdout, /^changed +against one: epochs 3 → 3$/mv);
  t.regex(stdout, /^last +0\.700 +0\.800 +0\.600$/mv);
  t.regex(stdout, /^glass +3 +0\.000 +· +6$/mv);
  t.true(stdout.includes(`runs/${ids.again}/last/model.json`));
});

test('one run is shown with where and when it was trained', async t => {
  const inline = await makeResults(results);
  const {stdout} = await inline.ablate('show', 'one-0');
  t.true(stdout.startsWith(`${ids.one}  done\n`));
  for (const line of [
    /^row +one, seed 0$/mv,
    /^pictures +8 to train on and 5 to validate, of drawn-litter, which ablate drew itself$/mv,
    /^epochs +2 of 3$/mv,
    /^trained on CPU \(2 threads\), tensorflow 2\.15\.1$/mv,
    /^best\*, epoch 1 +0\.400$/mv,
    /^val_accuracy {2}█▁ {2}0\.200 \(0\.200 to 0\.400\)$/mv,
  ]) {
    t.regex(stdout, line);
  }
});

test('of a run that failed, or is not done, the reason is shown and what can be done', async t => {
  const inline = await makeResults(results);
  const fallen = (await inline.ablate('show', 'fallen')).stdout;
  t.regex(fallen, /^fallen {2}failed\n/v);
  t.regex(fallen, /^✖ fallen-0-\w{8}: gone\n {2}→ look$/mv);
  t.regex(fallen, /next\n {2}ablate logs fallen-0-\w{8}\n {2}ablate retry fallen-0-\w{8}\n$/v);
  t.notRegex(fallen, /^score/mv);

  const begun = read(await inline.ablate('show', 'begun', '--json'));
  t.is(begun.runs[0]!.status, 'interrupted', 'nobody trains it');
  t.is(begun.scores, null);
  t.is(begun.classes, null);
  t.deepEqual(begun.next, ['ablate run experiments/begun.yaml', `ablate logs ${begun.runs[0]!.run_id}`]);
});

test('a run that was trained adds up, and a file that was not run is told', async t => {
  const inline = await Inline.create({'a.yaml': tinyExperiment, 'b.yaml': 'extends: a.yaml\nepochs: 2\n'});
  await makePhotos(inline.folder);
  const early = await inline.ablate('show', 'a.yaml');
  t.is(early.code, 2);
  t.regex(early.stderr, /holds no results/v);
  t.is((await inline.ablate('run', 'a.yaml')).code, 0);
  const {classes, scores, wrong, scored} = read(await inline.ablate('show', 'a.yaml', '--json'));
  t.is(scored, 1);
  t.deepEqual(classes!.map(({pictures, taken_for: counts}) => [pictures, counts.reduce((sum, count) => sum + count, 0)]), [[3, 3], [3, 3], [3, 3]]);
  const hits = classes!.reduce((sum, {taken_for: counts}, index) => sum + counts[index]!, 0);
  t.is(hits, Math.round(9 * scores!.last));
  t.is(wrong.length, 9 - hits);

  const unrun = await inline.ablate('show', 'b.yaml');
  t.is(unrun.code, 2);
  t.is(unrun.stderr, 'b: was not run yet, so that there is nothing to show\n→ `ablate run b.yaml` trains it.\n');
});
