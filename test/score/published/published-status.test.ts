import test from 'ava';
import fc from 'fast-check';
import {couldBe} from '../../../src/score/published/could-be.js';
import {givenScore} from '../../../src/score/published/given-score.js';
import {publishedStatus} from '../../../src/score/published/published-status.js';

const last = {low: 0.77, high: 0.86};
const protocol = {expected: 0.96, low: 0.9375, high: 0.968_75};

test('a score is given with its digits, at least two', t => {
  t.deepEqual([0.97, 0.8, 1, 0.9688, 1e-7, 1.25e-7].map(score => givenScore(score).digits), [2, 2, 2, 4, 7, 9]);
});

test('a score within the interval of last is reproduced, whatever its protocol', t => {
  t.is(publishedStatus(givenScore(0.84), {last, protocol}), 'reproduced');
  t.is(publishedStatus(givenScore(0.84), {last, protocol: null}), 'reproduced');
  t.is(publishedStatus(givenScore(0.95), {last: {low: 0.9, high: 0.96}, protocol}), 'reproduced');
});

test('one beyond it that the protocol would give is explained by its protocol', t => {
  t.is(publishedStatus(givenScore(0.97), {last, protocol}), 'explained by its protocol');
  t.is(publishedStatus(givenScore(0.94), {last, protocol}), 'explained by its protocol');
});

test('one that neither gives differs', t => {
  t.is(publishedStatus(givenScore(0.97), {last, protocol: null}), 'differs');
  t.is(publishedStatus(givenScore(0.9), {last, protocol}), 'differs');
  t.is(publishedStatus(givenScore(0.44), {last, protocol}), 'differs');
});

test('nothing is said of a row that was not run', t => {
  t.is(publishedStatus(givenScore(0.97), {last: null, protocol: null}), 'not run');
});

test('rounding moves a score by half of its last digit, and no more', t => {
  t.is(publishedStatus(givenScore(0.97), {last: {low: 0.5, high: 0.965}, protocol: null}), 'reproduced');
  t.is(publishedStatus(givenScore(0.97), {last: {low: 0.5, high: 0.9649}, protocol: null}), 'differs');
  t.is(publishedStatus({score: 0.97, digits: 3}, {last: {low: 0.5, high: 0.965}, protocol: null}), 'differs');
  t.is(publishedStatus(givenScore(0.76), {last, protocol: null}), 'differs');
  t.is(publishedStatus(givenScore(0.765), {last, protocol: null}), 'differs');
  t.is(publishedStatus(givenScore(0.97), {last, protocol: {expected: 0.97, low: 0.975, high: 1}}), 'explained by its protocol');
  t.is(publishedStatus(givenScore(0.97), {last, protocol: {expected: 0.98, low: 0.9751, high: 1}}), 'differs');
});

test('a figure could always be what it is when rounded, and never a score two digits off', t => {
  fc.assert(fc.property(fc.nat(1_000_000_000), fc.integer({min: 2, max: 6}), (billionths, digits) => {
    const figure = billionths / 1e9;
    const score = Number(figure.toFixed(digits));
    const point = {low: figure, high: figure};
    t.true(couldBe({score, digits}, point), 'rounded');
    t.false(couldBe({score: score + (2 * (10 ** -digits)), digits}, point), 'two off');
  }));
});
