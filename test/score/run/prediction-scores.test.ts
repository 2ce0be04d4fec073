import test from 'ava';
import {predictionScores} from '../../../src/score/run/run-scores.js';

// Three classes, of which the last has no pictures: two of class 0, one of them taken for class 2, and two of class 1.
const scores = predictionScores({
  classes: 3,
  truth: [0, 0, 1, 1],
  probabilities: Float32Array.from([0.75, 0.25, 0, 0.25, 0, 0.75, 0, 1, 0, 0.25, 0.5, 0.25]),
});

test('classes are scored by hand: recall, balanced accuracy and macro F1', t => {
  t.deepEqual(scores.recall, [0.5, 1, null]);
  t.is(scores.balancedAccuracy, 0.75);
  // 2·1/(2+1), 2·2/(2+2), and 0 for the class that was predicted in vain.
  t.is(scores.macroF1, ((2 / 3) + 1 + 0) / 3);
});

test('log-loss is of what was given to what is right, and finite where that was 0', t => {
  const expected = -(Math.log(0.75) + Math.log(0.25) + Math.log(1 - (2 ** -23)) + Math.log(0.5)) / 4;
  t.true(Math.abs(scores.logLoss - expected) < 1e-15);
  t.is(predictionScores({classes: 2, truth: [0], probabilities: Float32Array.of(0, 1)}).logLoss, Math.log(2 ** 23));
});

test('calibration compares what was stated with what came true, bin by bin', t => {
  // 0.75 twice: once right; 1: right; 0.5: right.
  t.is(scores.calibration.error, (Math.abs(1 - 1.5) + 0 + 0.5) / 4);
  const byChance = (Math.sqrt(2 * (2 * 0.75 * 0.25) / Math.PI) + 0 + Math.sqrt(2 * 0.25 / Math.PI)) / 4;
  t.true(Math.abs(scores.calibration.byChance - byChance) < 1e-15);
});
