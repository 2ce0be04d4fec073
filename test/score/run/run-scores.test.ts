import test from 'ava';
import {bestEpoch} from '../../../src/score/run/best-epoch.js';
import {crossFittedBest} from '../../../src/score/run/cross-fitted-best.js';
import {halvings} from '../../../src/score/run/halvings.js';
import {meanOfLast} from '../../../src/score/run/mean-of-last.js';
import {protocolScore} from '../../../src/score/run/protocol-score.js';
import {runScores} from '../../../src/score/run/run-scores.js';
import {answersOf} from '../answers-of.js';

const first = (right: number, pictures: number) => answersOf(Array.from({length: pictures}, (_, picture) => picture < right));

test('the best epoch is the first of those with the most right answers', t => {
  t.deepEqual(bestEpoch([first(2, 4), first(3, 4), first(1, 4), first(3, 4)]), {epoch: 1, accuracy: 0.75});
});

test('the mean of the last epochs takes all where there are fewer', t => {
  const epochs = [first(0, 4), first(2, 4), first(4, 4)];
  t.is(meanOfLast(epochs, 2), 0.75);
  t.is(meanOfLast(epochs, 20), 0.5);
});

test('cross-fitting scores an epoch on the half that did not choose it', t => {
  const half = answersOf([true, true, false, false]);
  const left = answersOf([true, true, false, false]);
  const right = answersOf([false, false, true, true]);
  // Each half chooses the epoch that knows it, which knows nothing of the other.
  t.is(crossFittedBest([left, right], [half]), 0);
  // Both choose the one that knows one picture of each.
  const even = answersOf([true, false, true, false]);
  t.is(crossFittedBest([even, answersOf([false, false, false, false])], [half]), 0.5);
});

test('of epochs as good on a half cross-fitting takes the first, as best does', t => {
  const half = answersOf([true, true, false, false]);
  const epochs = [answersOf([true, false, true, true]), answersOf([false, true, false, false])];
  // The first half sees 1 and 1, and takes the first epoch, right twice on the other; that sees 2 and 0.
  t.is(crossFittedBest(epochs, [half]), 0.75);
});

test('the protocol draws 32 pictures and takes the best of all epochs: by hand for one wrong picture of 64', t => {
  // Half of all draws of 32 of 64 leave the one wrong picture out; of two epochs three of four have one that does.
  const near = (actual: number, expected: number) => t.true(Math.abs(actual - expected) < 1e-12, `${actual}, not ${expected}`);
  near(protocolScore([[63]], 64, 1).expected, 63 / 64);
  const twice = protocolScore([[63, 63]], 64, 1);
  near(twice.expected, (31 + (3 / 4)) / 32);
  t.is(twice.low, 31 / 32);
  t.is(twice.high, 1);
  near(protocolScore([[63, 60]], 64, 2).expected, 63 / 64);
});

test('a validation set smaller than a batch is all of it', t => {
  t.deepEqual(protocolScore([[3, 7]], 10, 1), {expected: 0.7, low: 0.7, high: 0.7});
});

test('the scores of a run of one epoch are all its accuracy', t => {
  const scores = runScores([first(6, 8)], halvings([0, 0, 0, 0, 1, 1, 1, 1], 200));
  t.deepEqual({...scores, protocol: scores.protocol.expected}, {
    last: 0.75,
    best: 0.75,
    bestEpoch: 1,
    crossFittedBest: 0.75,
    meanOfLast: 0.75,
    protocol: 0.75,
  });
});
