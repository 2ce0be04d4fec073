import test from 'ava';
import type {RunRow} from '../../src/domain/run-row.js';
import {statusTable} from '../../src/report/status-table.js';

const row: RunRow = {
  run_id: 'small-0-12345678', name: 'small', file: 'small.yaml', seed: 0, status: 'done', epochs_done: 3, epochs: 3, val_accuracy: 0.5, seconds: 10,
  attempts: 2, queued_at: '', started_at: null, ended_at: null, problem_code: null, problem: null, hint: null,
  resumed_epoch: 2, micro_batch: null, notes: null, timeout: null,
};

test('what was otherwise than asked for stands below the table, also of a run that is done', t => {
  const plain = statusTable([row], 100);
  t.notRegex(plain, /●/v);
  const told = statusTable([{...row, micro_batch: 8, notes: '["checkpoint 4 is damaged, so it goes on from the one before"]'}], 100);
  t.regex(told, /● small-0-12345678: checkpoint 4 is damaged, so it goes on from the one before\n/v);
  t.regex(told, /● small-0-12345678: for want of memory at most 8 pictures at a time/v);
});
