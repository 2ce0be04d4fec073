import test from 'ava';
import {whatWouldSettle} from '../../../src/score/comparison/what-would-settle.js';
import type {TrainingEvidence} from '../../../src/score/comparison/evidence.js';

const row = (seeds: number, ofRest: number, variance: number, degrees: number) => ({
  seeds,
  ofRest,
  seedVariance: {moderated: {variance, degrees}, larger: {variance, degrees}},
});

/** Rows of three seeds on 250 pictures whose difference varies by 0.2 between pictures. */
const evidence = (difference: number, variance: number, ofRest: number): TrainingEvidence => ({
  of: 'trainings',
  pictures: 250,
  difference,
  ofPictures: 0.2,
  one: row(3, ofRest, variance, 22),
  other: row(3, ofRest, variance, 22),
});

test('without seed variance pictures alone settle: the textbook\'s number', t => {
  // (1.960 + 0.842)² · 0.2 / 0.02² = 3,924 pictures, and hardly more for t.
  const pictures = Number(whatWouldSettle(evidence(0.02, 0, 0.3), 0.05).pictures);
  t.true(pictures >= 3924 && pictures < 3935, `${pictures} pictures`);
});

test('twice as fine a level wants more, and twice the difference a quarter', t => {
  const pictures = (difference: number, level: number) => Number(whatWouldSettle(evidence(difference, 0, 0.3), level).pictures);
  t.true(pictures(0.02, 0.025) > pictures(0.02, 0.05));
  t.true(Math.abs(pictures(0.04, 0.05) - (pictures(0.02, 0.05) / 4)) < 10);
});

test('pictures never settle what seeds leave open, nor seeds what pictures leave open', t => {
  // Seeds: √(2 · 0.0009 / 3) = 0.024 stays with any number of pictures.
  const ofSeeds = whatWouldSettle(evidence(0.02, 0.0009, 0.3), 0.05);
  t.is(ofSeeds.pictures, 'never');
  // Pictures: √(0.2 / 250) = 0.028, of which the rest over 3 seeds is none.
  const ofPictures = whatWouldSettle(evidence(0.02, 0, 0), 0.05);
  t.is(ofPictures.seeds, 'never');
});

test('seeds settle where they are what varies', t => {
  // All of 0.2 is the rest of two rows over three seeds: with S seeds the variance is 2·(0.0009 + 0.3/250)/S, and (2.802 / 0.03)² times that S.
  const seeds = Number(whatWouldSettle(evidence(0.03, 0.0009, 0.3), 0.05).seeds);
  const wanted = 2 * (0.0009 + (0.3 / 250)) * ((2.802 / 0.03) ** 2);
  t.true(seeds >= wanted && seeds < wanted + 3, `${seeds}, and not about ${wanted}`);
});

test('nothing settles what is no difference', t => {
  t.deepEqual(whatWouldSettle(evidence(0, 0.0001, 0.3), 0.05), {pictures: 'never', seeds: 'never'});
  const discordant = {onlyOne: 5, onlyOther: 5};
  t.deepEqual(whatWouldSettle({of: 'networks', pictures: 250, difference: 0, discordant}, 0.05), {pictures: 'never', seeds: 'unknown'});
});

test('two networks: Connor\'s number, and what the exact test wants beside it', t => {
  // 10 % of pictures differ, 2 points: (1.960·√0.1 + 0.8416·√0.0996)² / 0.0004 = 1,960, and 100.
  const discordant = {onlyOne: 15, onlyOther: 10};
  const pictures = Number(whatWouldSettle({of: 'networks', pictures: 250, difference: 0.02, discordant}, 0.05).pictures);
  t.true(Math.abs(pictures - 2060) < 2, `${pictures} pictures`);
});
