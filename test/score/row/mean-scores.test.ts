import test from 'ava';
import type {StoredScores} from '../../../src/domain/stored-scores.js';
import {meanScores} from '../../../src/score/row/mean-scores.js';

const scores: StoredScores = {
  last: 0.5, best: 0.75, best_epoch: 2, cross_fitted: 0.5, mean_last: 0.5, protocol: 0.5, protocol_low: 0.25, protocol_high: 0.75,
  balanced_accuracy: 0.5, macro_f1: 0.5, log_loss: 1, calibration_error: 0.25, calibration_by_chance: 0.125, recall: [0.25, 0.75, null],
};

test('scores of a row are means over its seeds, recall class by class', t => {
  const {best_epoch: epoch, protocol_low: low, protocol_high: high, ...rest} = scores;
  t.deepEqual(meanScores([scores]), rest);
  t.deepEqual(meanScores([scores, {...scores, last: 1, best_epoch: 9, recall: [0.75, 0.25, null]}]), {...rest, last: 0.75, recall: [0.5, 0.5, null]});
});

test('what one seed lacks the row lacks', t => {
  const found = meanScores([scores, {...scores, log_loss: null, recall: null}]);
  t.is(found.log_loss, null);
  t.is(found.macro_f1, 0.5);
  t.deepEqual(found.recall, [null, null, null]);
  t.is(meanScores([{...scores, recall: null}]).recall, null);
});
