import test from 'ava';
import {answerSet} from '../../../src/score/answers/answer-set.js';
import {countCommon} from '../../../src/score/answers/count-common.js';

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
