import {holm} from '../../../src/score/comparison/holm.js';
import {mcnemar, type Discordant} from '../../../src/score/comparison/mcnemar.js';
import {tangoInterval} from '../../../src/score/comparison/tango-interval.js';
import {normalQuantile} from '../../../src/score/distributions/normal.js';
import {studentT} from '../../../src/score/distributions/student-t.js';
import {meanSquares} from '../../../src/score/row/mean-squares.js';
import {wilsonInterval} from '../../../src/score/row/wilson-interval.js';
import {protocolScore} from '../../../src/score/run/protocol-score.js';
import {predictionScores} from '../../../src/score/run/run-scores.js';
import {answersOf} from '../../score/answers-of.js';
import {largestRelativeDifference} from '../differences.js';
import type {Finding, Subject} from '../subject.js';

type Limits = {readonly limits: [number, number]};

type Answers = {
  readonly quantiles: ReadonlyArray<{probability: number; degrees: number; t: number}>;
  readonly twoSided: ReadonlyArray<{t: number; degrees: number; p: number}>;
  readonly normal: ReadonlyArray<{probability: number; z: number}>;
  readonly mcnemar: ReadonlyArray<Discordant & {p: number}>;
  readonly holm: {pValues: number[]; corrected: number[]};
  readonly wilson: ReadonlyArray<Limits & {right: number; of: number}>;
  readonly tango: ReadonlyArray<Limits & Discordant & {pictures: number}>;
  readonly protocol: ReadonlyArray<{right: number[]; drawn: number; expected: number; low: number; high: number}>;
  readonly variances: ReadonlyArray<{seeds: number[][]; ofPictures: number; ofSeeds: number; ofRest: number}>;
  readonly predictions: readonly Predictions[];
};

type Predictions = {
  readonly classes: number;
  readonly truth: number[];
  readonly probabilities: number[];
  /** Of the classes that have pictures. */
  readonly recall: number[];
  readonly balancedAccuracy: number;
  readonly macroF1: number;
  readonly logLoss: number;
  readonly calibration: number;
};

const protocolPictures = 251;

/** Scores, beside scipy, statsmodels and scikit-learn. */
export const scores: Subject<Answers> = {
  name: 'scores',
  check: answers => [
    finding('quantiles of t', answers.quantiles.map(({probability, degrees, t}) => [studentT.quantile(probability, degrees), t])),
    finding('two-sided p values of t', answers.twoSided.map(({t, degrees, p}) => [studentT.twoSided(t, degrees), p])),
    finding('normal quantiles', answers.normal.map(({probability, z}) => [normalQuantile(probability), z])),
    finding('exact McNemar', answers.mcnemar.map(({p, ...discordant}) => [mcnemar(discordant), p])),
    finding('Holm', holm(answers.holm.pValues).map((own, place) => [own, answers.holm.corrected[place]!])),
    finding('Wilson intervals', answers.wilson.flatMap(({right, of, limits}) => besides(wilsonInterval(right / of, of, normalQuantile(0.975)), limits))),
    finding('Tango intervals', answers.tango.flatMap(({limits, pictures, ...discordant}) => besides(tangoInterval(discordant, pictures), limits))),
    finding('the protocol\'s scores', answers.protocol.flatMap(one => compareProtocol(one))),
    finding('mean squares, two-way', answers.variances.flatMap(one => compareVariances(one))),
    ...answers.predictions.flatMap(one => comparePredictions(one)),
  ],
};

function finding(what: string, pairs: ReadonlyArray<[own: number, expected: number]>): Finding {
  const difference = largestRelativeDifference(pairs.map(([own]) => own), pairs.map(([, expected]) => expected), 1e-3);
  return {what, measure: 'relative', difference, bar: 1e-9};
}

function besides({low, high}: {low: number; high: number}, limits: [number, number]): Array<[number, number]> {
  return [[low, limits[0]], [high, limits[1]]];
}

function compareProtocol({right, drawn, expected, low, high}: Answers['protocol'][number]): Array<[number, number]> {
  const own = protocolScore([right], protocolPictures, drawn / 32);
  return [[own.expected, expected], [own.low, low], [own.high, high]];
}

function compareVariances({seeds, ofPictures, ofSeeds, ofRest}: Answers['variances'][number]): Array<[number, number]> {
  const own = meanSquares(seeds.map(seed => answersOf(seed.map(Boolean))));
  return [[own.ofPictures, ofPictures], [own.ofSeeds, ofSeeds], [own.ofRest, ofRest]];
}

function comparePredictions({classes, truth, probabilities, ...expected}: Predictions): Finding[] {
  const own = predictionScores({classes, truth, probabilities: Float32Array.from(probabilities)});
  const named = (what: string, ...pairs: Array<[number, number]>) => finding(`${what}, ${classes} classes`, pairs);
  return [
    named('recall', ...expected.recall.map((recall, index): [number, number] => [own.recall[index]!, recall])),
    named('balanced accuracy', [own.balancedAccuracy, expected.balancedAccuracy]),
    named('macro F1', [own.macroF1, expected.macroF1]),
    named('log-loss', [own.logLoss, expected.logLoss]),
    named('calibration error', [own.calibration.error, expected.calibration]),
  ];
}
