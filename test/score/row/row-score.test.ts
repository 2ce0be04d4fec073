import test from 'ava';
import {meanSquares} from '../../../src/score/row/mean-squares.js';
import {rowScore} from '../../../src/score/row/row-score.js';
import {seedVariances} from '../../../src/score/row/seed-variances.js';
import {answersOf} from '../answers-of.js';

const near = (actual: number, expected: number) => Math.abs(actual - expected) < 1e-12;
const first = (right: number, pictures: number) => answersOf(Array.from({length: pictures}, (_, picture) => picture < right));

test('mean squares of three pictures and two seeds, by hand', t => {
  // Right: 1 1 0 and 1 0 0. Picture means 1, 1/2, 0; seed means 2/3, 1/3; mean 1/2.
  const squares = meanSquares([answersOf([true, true, false]), answersOf([true, false, false])]);
  t.is(squares.mean, 0.5);
  t.deepEqual(squares.accuracies, [2 / 3, 1 / 3]);
  t.is(squares.squaredCounts, 5);
  t.true(near(squares.ofPictures, 2 * (0.25 + 0.25) / 2));
  t.true(near(squares.ofSeeds, 3 * 2 * ((1 / 6) ** 2)));
  // 1.5 in all, less 1 between pictures and 1/6 between seeds, with (3 - 1)(2 - 1) degrees of freedom.
  t.true(near(squares.ofRest, (1.5 - 1 - (1 / 6)) / 2));
});

test('one seed has no spread, and the interval of its network alone: Wilson\'s', t => {
  const score = rowScore(meanSquares([first(8, 10)]), null);
  t.is(score.standardDeviation, null);
  t.is(score.of, 'network');
  // Wilson's interval of 8 of 10, as in Brown, Cai and DasGupta's formula: 0.490 to 0.943.
  t.is(score.interval.low.toFixed(3), '0.490');
  t.is(score.interval.high.toFixed(3), '0.943');
});

test('several seeds widen an interval by what seeds do, and say so', t => {
  const alike = meanSquares([first(80, 100), first(80, 100)]);
  const apart = meanSquares([first(90, 100), first(70, 100)]);
  const width = (row: typeof alike) => {
    const {interval: {low, high}} = rowScore(row, seedVariances([row])![0]!);
    return high - low;
  };

  t.is(rowScore(apart, seedVariances([apart])![0]!).of, 'training');
  t.true(near(rowScore(apart, seedVariances([apart])![0]!).standardDeviation!, Math.sqrt(0.02)));
  // Seeds that agree say nothing new of pictures: the interval is about that of one.
  t.true(Math.abs(width(alike) - 0.155) < 0.005);
  t.true(width(apart) > 0.6);
});

test('an interval stays within 0 and 1, also where every answer is right', t => {
  const all = meanSquares([first(50, 50), first(50, 50), first(50, 50)]);
  const {interval} = rowScore(all, seedVariances([all])![0]!);
  t.is(interval.high, 1);
  t.true(interval.low > 0.9 && interval.low < 0.95);
});

test('where no row has several seeds, how much they matter is unknown', t => {
  t.is(seedVariances([meanSquares([first(8, 10)]), meanSquares([first(7, 10)])]), null);
});

test('a row alone has its own seed variance; one of a table is helped by the others', t => {
  const apart = meanSquares([first(60, 100), first(40, 100)]);
  const alike = meanSquares([first(50, 100), first(50, 100)]);
  const own = (apart.ofSeeds - apart.ofRest) / 100;
  const [alone] = seedVariances([apart])!;
  t.true(near(alone!.moderated.variance, own));
  t.is(alone!.moderated.degrees, 1);

  const [one, other] = seedVariances([apart, alike])!;
  const ofAlike = (alike.ofSeeds - alike.ofRest) / 100;
  const ofTable = (own + ofAlike) / 2;
  // Both means are 1/2, so that the table's is the mean of both; the other row lends one degree of freedom.
  t.true(near(one!.moderated.variance, (own + ofTable) / 2));
  t.is(one!.moderated.degrees, 2);
  t.true(near(one!.larger.variance, own));
  t.is(one!.larger.degrees, 1);
  t.true(near(other!.larger.variance, ofTable));
  t.is(other!.larger.degrees, 2);
});

test('seeds of a row that is nearly always right are taken to vary less', t => {
  const middling = meanSquares([first(600, 1000), first(500, 1000)]);
  const good = meanSquares([first(980, 1000)]);
  const [one, other] = seedVariances([middling, good])!;
  t.true(near(other!.larger.variance / one!.larger.variance, ((0.98 * 0.02) / (0.55 * 0.45)) ** 2));
});
