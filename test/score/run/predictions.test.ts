import test from 'ava';
import {confusionMatrix} from '../../../src/score/run/confusion-matrix.js';
import {meanPredictions} from '../../../src/score/run/mean-predictions.js';
import {mostWrong} from '../../../src/score/run/most-wrong.js';
import type {Predictions} from '../../../src/score/run/predictions.js';

const truth = [0, 1, 1];
const said = (...rows: number[][]): Predictions => ({probabilities: new Float32Array(rows.flat()), truth, classes: 2});
const one = said([0.75, 0.25], [0.625, 0.375], [0.875, 0.125]);
const other = said([0.25, 0.75], [0.125, 0.875], [0.75, 0.25]);

test('what is right is counted by what was said, summed over networks', t => {
  t.deepEqual(confusionMatrix([one]), [[1, 0], [2, 0]]);
  t.deepEqual(confusionMatrix([one, other]), [[1, 1], [3, 1]]);
});

test('wrong pictures come the surest first', t => {
  t.deepEqual(mostWrong(one), [
    {picture: 2, truth: 1, said: 0, probability: 0.875, ofTruth: 0.125},
    {picture: 1, truth: 1, said: 0, probability: 0.625, ofTruth: 0.375},
  ]);
});

test('of several networks the mean probabilities decide', t => {
  const mean = meanPredictions([one, other]);
  t.deepEqual([...mean.probabilities], [0.5, 0.5, 0.375, 0.625, 0.8125, 0.1875]);
  t.deepEqual(mostWrong(mean).map(({picture}) => picture), [2]);
  t.deepEqual(meanPredictions([one]), one);
});
