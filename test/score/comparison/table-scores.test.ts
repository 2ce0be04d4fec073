import test from 'ava';
import {holm} from '../../../src/score/comparison/holm.js';
import {mcnemar} from '../../../src/score/comparison/mcnemar.js';
import {tableScores} from '../../../src/score/comparison/table-scores.js';
import {tangoInterval} from '../../../src/score/comparison/tango-interval.js';
import {answersOf} from '../answers-of.js';

/** Right but for the pictures from `from` to `to`. */
const wrong = (pictures: number, from: number, to: number) =>
  answersOf(Array.from({length: pictures}, (_, picture) => picture < from || picture >= to));
const pair = [{row: 1, against: 0}];

test('McNemar by hand: the chance of a split at least as uneven', t => {
  // 1 and 7: 2·(1 + 8)/256.
  t.is(mcnemar({onlyOne: 1, onlyOther: 7}), 18 / 256);
  t.is(mcnemar({onlyOne: 7, onlyOther: 1}), 18 / 256);
  t.is(mcnemar({onlyOne: 3, onlyOther: 3}), 1);
  t.is(mcnemar({onlyOne: 0, onlyOther: 0}), 1);
  t.true(mcnemar({onlyOne: 0, onlyOther: 2500}) < 1e-100);
});

test('Holm by hand, in the order given', t => {
  t.deepEqual(holm([0.04, 0.01, 0.03]), [0.06, 0.03, 0.06]);
  t.deepEqual(holm([0.9, 0.8]), [1, 1]);
  t.deepEqual(holm([]), []);
});

test('Tango\'s interval is even where networks never differ, and turns with them', t => {
  const square = 1.959_963_984_540_054 ** 2;
  const none = tangoInterval({onlyOne: 0, onlyOther: 0}, 250);
  t.true(Math.abs(none.high - (square / (250 + square))) < 1e-12);
  t.true(Math.abs(none.low + none.high) < 1e-12);
  const [one, other] = [tangoInterval({onlyOne: 12, onlyOther: 4}, 100), tangoInterval({onlyOne: 4, onlyOther: 12}, 100)];
  t.true(Math.abs(one.low + other.high) < 1e-12);
  t.true(one.low < 0.08 && one.high > 0.08);
});

test('a network that is right where the other is wrong is better; the verdict is about networks', t => {
  const {comparisons: [judged], rows} = tableScores([[wrong(251, 0, 60)], [wrong(251, 0, 20)]], pair);
  t.is(judged!.verdict, 'better');
  t.is(judged!.of, 'networks');
  t.true(Math.abs(judged!.difference - (40 / 251)) < 1e-12);
  t.is(judged!.pValue, 2 * (0.5 ** 40));
  t.true(judged!.interval.low > 0);
  t.deepEqual(rows.map(({of}) => of), ['network', 'network']);
  const {comparisons: [turned]} = tableScores([[wrong(251, 0, 60)], [wrong(251, 0, 20)]], [{row: 0, against: 1}]);
  t.is(turned!.verdict, 'worse');
});

test('a row is within noise of itself, with one seed or several', t => {
  for (const seeds of [[wrong(100, 0, 20)], [wrong(100, 0, 20), wrong(100, 5, 30)]]) {
    const {comparisons: [judged]} = tableScores([seeds, seeds], pair);
    t.is(judged!.verdict, 'within noise');
    t.is(judged!.pValue, 1);
    t.true(judged!.interval.low < 0 && judged!.interval.high > 0);
  }
});

test('what one comparison would be called for is within noise among many', t => {
  // 6 pictures against none: p = 1/32.
  const base = [wrong(100, 0, 6)];
  const alone = tableScores([base, [wrong(100, 0, 0)]], pair);
  t.is(alone.comparisons[0]!.verdict, 'better');
  const among = tableScores([base, [wrong(100, 0, 0)], base], [...pair, {row: 2, against: 0}]);
  t.is(among.comparisons[0]!.correctedPValue, 1 / 16);
  t.is(among.comparisons[0]!.verdict, 'within noise');
  t.is(among.comparisons[0]!.level, 0.025);
});

test('seeds that scatter as much as rows differ leave the difference within noise, which pictures alone would call', t => {
  // Seeds of either row are wrong on 10 to 50 of 400 pictures.
  const one = [wrong(400, 0, 10), wrong(400, 0, 30), wrong(400, 0, 50)];
  const other = [wrong(400, 0, 20), wrong(400, 0, 40), wrong(400, 0, 60)];
  const {comparisons: [judged]} = tableScores([one, other], pair);
  t.is(judged!.of, 'trainings');
  t.is(judged!.verdict, 'within noise');
  t.is(tableScores([[one[1]!], [other[1]!]], pair).comparisons[0]!.verdict, 'worse');
});

test('a row of one seed is judged with the seed variance of the others', t => {
  const {comparisons: [judged], rows} = tableScores([[wrong(400, 0, 10), wrong(400, 0, 50)], [wrong(400, 0, 60)]], pair);
  t.is(judged!.of, 'trainings');
  t.is(judged!.verdict, 'within noise');
  t.is(rows[1]!.of, 'network');
});

test('rows on other pictures are not compared', t => {
  t.throws(() => tableScores([[wrong(10, 0, 1)], [wrong(12, 0, 1)]], pair), {message: /10 and 12 pictures/v});
});
