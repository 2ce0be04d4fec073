import test from 'ava';
import {answerSet} from '../../../src/score/answers/answer-set.js';
import {countCommon} from '../../../src/score/answers/count-common.js';
import {sumCommon} from '../../../src/score/answers/sum-common.js';
import {answersOf} from '../answers-of.js';

test('answers are read bit by bit, lowest first, and bits past the last picture count for nothing', t => {
  const answers = answerSet(Uint8Array.of(0b1000_0001, 0, 0, 0, 0b1111_1111), 34);
  t.deepEqual([...answers.words], [0b1000_0001, 0b11]);
  t.is(countCommon(answers, answers), 4);
});

test('pictures that both have right are counted across words', t => {
  const one = answerSet(Uint8Array.of(0xFF, 0xFF, 0xFF, 0xFF, 0b101), 40 - 1);
  const other = answerSet(Uint8Array.of(0, 0, 0, 0x80, 0b100), 40 - 1);
  t.is(countCommon(one, other), 2);
});

test('bytes that are too few or too many for the pictures are a bug', t => {
  t.throws(() => answerSet(new Uint8Array(2), 17), {message: '2 bytes of answers for 17 pictures, which want 3'});
  t.throws(() => answerSet(new Uint8Array(3), 16));
});

test('products of counts of right seeds are summed over pictures, whatever the counts', t => {
  const pictures = 70;
  const bits = (seed: number, picture: number) => (Math.imul(seed + 3, 2_654_435_761) ^ Math.imul(picture + 11, 40_503)) >>> 27 > 12;
  const row = (from: number, seeds: number) => Array.from({length: seeds}, (_, seed) =>
    answersOf(Array.from({length: pictures}, (__, picture) => bits(from + seed, picture))));
  const counts = (from: number, seeds: number) => Array.from({length: pictures}, (_, picture) =>
    Array.from({length: seeds}, (__, seed) => bits(from + seed, picture)).filter(Boolean).length);
  for (const [one, other] of [[1, 1], [1, 3], [3, 5], [16, 9], [33, 100]] as const) {
    const [left, right] = [counts(0, one), counts(50, other)];
    const expected = left.reduce((sum, count, picture) => sum + (count * right[picture]!), 0);
    t.true(expected > 0);
    t.is(sumCommon(row(0, one), row(50, other)), expected, `${one} seeds beside ${other}`);
  }

  t.is(sumCommon([answersOf([false, false])], [answersOf([true, true])]), 0);
});
