import test from 'ava';
import type {Difference} from '../../src/report/diff/difference.js';
import {Inline, makePhotos, tinyExperiment, type Finished} from '../run-inline.js';
import {ids, makeResults, results} from './looked-at.js';

const read = ({stdout}: Finished) => JSON.parse(stdout) as Difference;

test('of two rows, configuration, scores, verdict and pictures are told', async t => {
  const inline = await makeResults(results);
  const {from, to, changes, verdict, agreement, classes, ...rest} = read(await inline.ablate('diff', 'one', 'other', '--json'));
  t.deepEqual(changes.map(({key}) => key), ['model.layers', 'dropout']);
  t.is(from.scores!.last, 0.2);
  t.is(to.scores!.last, 0.7);
  t.deepEqual([from.scored, to.scored, from.last!.of, to.last!.of], [1, 2, 'network', 'training']);
  t.is(verdict!.of, 'trainings');
  t.true(Math.abs(verdict!.difference - 0.5) < 1e-12, `${verdict!.difference}`);
  t.true(verdict!.interval.low < 0.5 && verdict!.interval.high > 0.5);
  t.deepEqual(agreement!.pictures.map(({path, from: right, to: rights}) => [path, right, rights]), [
    ['metal/validation1.png', 0, 2],
    ['glass/validation2.png', 0, 2],
    ['metal/validation3.png', 0, 1],
  ]);
  t.deepEqual([agreement!.both, agreement!.only_from, agreement!.only_to, agreement!.neither], [1, 0, 2, 2], 'one of two seeds is not more than half');
  t.is(agreement!.pictures[0]!.to_said, 'metal', 'as the stored probabilities have it');
  t.deepEqual(classes.map(({name, pictures, only_from: first, only_to: second}) => [name, pictures, first, second]), [['glass', 3, 0, 1], ['metal', 2, 0, 1]]);
  t.deepEqual(rest, {unjudged: null, validation: null, sees_otherwise: []});
  t.is(from.runs[0]!.epochs.length, 2);

  const turned = read(await inline.ablate('diff', 'other', 'one', '--json'));
  t.is(turned.verdict!.difference, -verdict!.difference);
  t.is(turned.verdict!.pValue, verdict!.pValue);
});

test('of two runs the verdict is about their networks, and both read alike in words', async t => {
  const inline = await makeResults(results);
  const {code, stdout, stderr} = await inline.ablate('diff', 'one-0', ids.other);
  t.is(stderr, '');
  t.is(code, 0);
  t.true(stdout.startsWith(`${ids.one} → ${ids.other}\n`));
  t.true(stdout.includes(`Within noise: ${ids.other} against ${ids.one}, +60.0 points, 95 % interval `), 'in points');
  t.true(stdout.includes(' p 0.250.'), 'three pictures of one side alone: 2 / 2³');
  t.regex(stdout, /About these two networks, on the same 5 validation pictures of drawn-litter/v);
  t.regex(stdout, /^last +0\.200 +0\.800 +\+0\.600$/mv);
  t.regex(stdout, /^Pictures right: 1 by both, 0 by .* alone, 3 by .* alone, 1 by neither\.$/mv);
  t.regex(stdout, /^metal\/validation3\.png +wrong +right$/mv);
  t.regex(stdout, /^val_accuracy {2}0\.200 to 0\.800, epochs 1 to 3\n +\S+ +▃▁ {3}0\.200\n +\S+ +▁▃█ {2}0\.800$/mv);
});

test('no verdict without a finished run, on other pictures, or on the same runs; what there is is shown', async t => {
  const inline = await makeResults(results);
  const elsewhere = read(await inline.ablate('diff', 'one', 'elsewhere', '--json'));
  t.is(elsewhere.verdict, null);
  t.is(elsewhere.agreement, null);
  t.deepEqual(elsewhere.validation, {common: 0, only_from: 5, only_to: 5});
  const {stdout} = await inline.ablate('diff', 'one', 'elsewhere');
  t.regex(stdout, /No verdict: they are on different splits\.\nOf the validation pictures 0 are common; 5 are one's alone and 5 elsewhere's\./v);
  t.regex(stdout, /^last +0\.200 +0\.200$/mv, 'no difference of scores that do not compare');

  const begun = (await inline.ablate('diff', 'one', 'begun')).stdout;
  t.regex(begun, /No verdict: no run of begun is done\./v);
  t.regex(begun, /^ {2}epochs 3 → 7$/mv);
  t.regex(begun, /^seeds +1 +0\/1$/mv);
  t.regex(begun, /^ {2}begun +▁█ +0\.400$/mv, 'its epochs so far');

  const same = (await inline.ablate('diff', 'other', 'other-1')).stdout;
  t.regex(same, /Both have the same configuration\.\n\nNo verdict: they have runs in common\./v);
});

test('a screenful of pictures is listed, and all with --pictures', async t => {
  const inline = await Inline.create({'a.yaml': `${tinyExperiment.replace('validation: 0.3', 'validation: 0.8')}seeds: [0, 1]\n`, 'b.yaml': 'extends: a.yaml\npreprocess: caffe\nepochs: 1\n'});
  await makePhotos(inline.folder, {perClass: 20});
  t.is((await inline.ablate('run', 'a.yaml', 'b.yaml')).code, 0);
  const {changes, sees_otherwise: otherwise, agreement, verdict, from, to} = read(await inline.ablate('diff', 'a.yaml', 'b.yaml', '--json'));
  t.deepEqual(changes.map(({key}) => key), ['preprocess', 'epochs']);
  t.deepEqual(otherwise, ['preprocess']);
  t.true(Math.abs(verdict!.difference - (to.scores!.last - from.scores!.last)) < 1e-12, 'verdict and scores rest on the same answers');
  t.is(agreement!.both + agreement!.only_from + agreement!.only_to + agreement!.neither, 48);
  const differing = agreement!.pictures;
  const lead = differing.reduce((sum, each) => sum + each.to - each.from, 0);
  t.is(lead, Math.round(48 * 2 * verdict!.difference), 'all pictures that make the difference are there');
  const rowsOf = ({stdout}: Finished) => stdout.split('\n').filter(line => /^(?:blue|green|red)\//v.test(line)).length;
  t.is(rowsOf(await inline.ablate('diff', 'a', 'b')), Math.min(20, differing.length));
  const all = await inline.ablate('diff', 'a', 'b', '--pictures');
  t.is(rowsOf(all), differing.length);
  t.regex(all.stdout, /Both saw the pictures otherwise \(preprocess\)/v);
});

test('files are compared before anything was run; what names nothing, or several rows, is told', async t => {
  const inline = await Inline.create({'a.yaml': tinyExperiment, 'b.yaml': 'extends: a.yaml\nbatch_size: 4\n', 'm.yaml': 'extends: a.yaml\nmatrix: {epochs: [1, 2]}\n'});
  await makePhotos(inline.folder);
  const {code, stdout} = await inline.ablate('diff', 'a.yaml', 'b.yaml');
  t.is(code, 0);
  t.is(stdout, 'a → b\n\n  batch_size 8 → 4\n\nNo verdict: no run of a or b is done.\n');
  for (const [given, message] of [
    ['m.yaml', /^m\.yaml: holds several rows: .*\n→ Name one of them\.\n$/v],
    ['a', /holds no results/v],
  ] as const) {
    const {code: refused, stderr} = await inline.ablate('diff', given, 'b.yaml');
    t.is(refused, 2);
    t.regex(stderr, message);
  }

  const unknown = await (await makeResults(results)).ablate('diff', 'one', 'nothing');
  t.is(unknown.code, 2);
  t.is(unknown.stderr, 'nothing: no run has this id, and no row this name\n→ `ablate status` lists the runs.\n');
});
