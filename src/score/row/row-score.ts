import {normalQuantile} from '../distributions/normal.js';
import {studentT} from '../distributions/student-t.js';
import type {Interval} from '../interval.js';
import type {MeanSquares} from './mean-squares.js';
import {satterthwaite} from './satterthwaite.js';
import type {SeedVariance} from './seed-variances.js';
import {wilsonInterval} from './wilson-interval.js';

/** What a row's seeds say of its accuracy: shares, 0 to 1. */
export type RowScore = {
  readonly seeds: number;
  readonly pictures: number;
  readonly mean: number;
  /** Of the seeds' accuracies, by n - 1; null for one seed. */
  readonly standardDeviation: number | null;
  /** 95 %. */
  readonly interval: Interval;
  /**
  What the interval is for: `training`, the row trained with a new seed and asked about new pictures; `network`, the one network that was
  trained, asked about new pictures, since one seed does not tell how much seeds matter.
  */
  readonly of: 'training' | 'network';
};

/**
Mean, spread and interval of a row. With several seeds pictures and seeds are both drawn by chance and crossed: Var(mean) = σ²pictures/n +
σ²seeds/S + σ²rest/(nS), as for readers and cases in Gallas, Pennello and Myers, "Multireader multicase variance analysis for binary data",
2007; then Wilson's interval with the number of answers that would have this variance, and t in place of z. With one seed Wilson's interval.
*/
export function rowScore(row: MeanSquares, seedVariance: SeedVariance | null): RowScore {
  const {seeds, pictures, mean} = row;
  return {
    seeds,
    pictures,
    mean,
    standardDeviation: seeds === 1 ? null : Math.sqrt(row.ofSeeds / pictures),
    interval: seeds === 1 || seedVariance === null ? wilsonInterval(mean, pictures, normalQuantile(0.975)) : crossedInterval(row, seedVariance),
    of: seeds === 1 ? 'network' : 'training',
  };
}

function crossedInterval({seeds, pictures, mean, ofPictures, ofRest}: MeanSquares, {moderated}: SeedVariance): Interval {
  const {variance, degrees} = satterthwaite([
    // S·σ²pictures + σ²rest, so that the rest is in it.
    {value: ofPictures / (pictures * seeds), meanSquare: ofPictures / (pictures * seeds), degrees: pictures - 1},
    {value: moderated.variance / seeds, meanSquare: (moderated.variance + (ofRest / pictures)) / seeds, degrees: moderated.degrees},
  ]);
  // Where all answers are right, or all wrong, nothing varies: then as if all seeds were one.
  return variance === 0
    ? wilsonInterval(mean, pictures, normalQuantile(0.975))
    : wilsonInterval(mean, mean * (1 - mean) / variance, studentT.quantile(0.975, degrees));
}
