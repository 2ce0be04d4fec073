import type {Random} from '../../src/engine/random.js';
import {bestEpoch} from '../../src/score/run/best-epoch.js';
import {crossFittedBest} from '../../src/score/run/cross-fitted-best.js';
import {halvings} from '../../src/score/run/halvings.js';
import type {AnswerSet} from '../../src/score/answers/answer-set.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import {normals} from './normals.js';

/** A training whose accuracy rises and levels off, and shakes from epoch to epoch. */
export type Curve = {
  readonly name: string;
  readonly epochs: number;
  readonly pictures: number;
  /** Accuracy that it levels off at. */
  readonly plateau: number;
  /** Share of variance that a picture keeps for all epochs; of the rest, what an epoch keeps of the one before. */
  readonly lasting: number;
  readonly kept: number;
  /** Standard deviation of the level of single epochs. */
  readonly shaking: number;
};

/** Mean differences from the accuracy that the best epoch has on new pictures; `error`: standard error of the one of `crossFitted`. */
export type CurveFigures = {
  readonly best: number;
  readonly crossFitted: number;
  readonly error: number;
};

const classCount = 6;
const halvingCount = 20;

/** Draws trainings and scores them. */
export function simulateCurves(curve: Curve, repetitions: number, random: Random): CurveFigures {
  const halves = halvings(Array.from({length: curve.pictures}, (_, picture) => picture % classCount), halvingCount);
  const optimism: number[] = [];
  const left: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const {answers, truths} = drawTraining(curve, random);
    const best = bestEpoch(answers);
    optimism.push(best.accuracy - truths[best.epoch]!);
    left.push(crossFittedBest(answers, halves) - truths[best.epoch]!);
  }

  const crossFitted = mean(left);
  return {best: mean(optimism), crossFitted, error: Math.sqrt(mean(left.map(value => (value - crossFitted) ** 2)) / repetitions)};
}

/** The answers of each epoch, and the accuracy that each has on new pictures. */
function drawTraining({epochs, pictures, plateau, lasting, kept, shaking}: Curve, random: Random): {answers: AnswerSet[]; truths: number[]} {
  const easy = normals.drawMany(pictures, random).map(value => Math.sqrt(lasting) * value);
  const passing = normals.drawMany(pictures, random);
  const [scale, fresh] = [Math.sqrt(1 - lasting), Math.sqrt(1 - (kept * kept))];
  const truths: number[] = [];
  const answers = Array.from({length: epochs}, (_, epoch) => {
    const level = normalQuantile(plateau) - (2 * Math.exp(-epoch / (epochs / 10))) + (shaking * normals.draw(random));
    truths.push(normals.below(level));
    const words = new Uint32Array(Math.ceil(pictures / 32));
    const news = normals.drawMany(pictures, random);
    for (let picture = 0; picture < pictures; picture++) {
      passing[picture] = (kept * passing[picture]!) + (fresh * news[picture]!);
      words[picture >> 5]! |= (level + easy[picture]! + (scale * passing[picture]!) > 0 ? 1 : 0) << (picture & 31);
    }

    return {pictures, words};
  });
  return {answers, truths};
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
