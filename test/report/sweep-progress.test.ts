import test from 'ava';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import type {QueueUpdate} from '../../src/domain/queue-update.js';
import {SweepProgress} from '../../src/report/sweep-progress.js';
import {planRun} from '../queue/fixtures/plan-run.js';

const planned = (name: string, seconds: number): PlannedRun => ({...planRun(name, {epochs: 10}), estimate: {seconds, basis: 'calculated'}});

const epoch = (run: PlannedRun, number: number, seconds: number): QueueUpdate => ({
  run, slot: 0, kind: 'event',
  event: {
    seq: number, at: '', type: 'epoch', epoch: number, loss: 1, accuracy: 0.5, val_loss: 1, val_accuracy: number / 10, learning_rate: 0.001, seconds, pictures_per_second: 1, correct: '',
  },
});

test('before the first epoch the plan says what is left, then the run\'s own epochs do', t => {
  let now = 0;
  const run = planned('a', 100);
  const sweep = new SweepProgress([run], 1, () => now);
  t.is(sweep.sweepSecondsLeft(), 100);
  sweep.update({run, slot: 0, kind: 'started', attempt: 1});
  now = 5000;
  t.is(sweep.secondsLeft(sweep.active[0]!), 95);
  sweep.update(epoch(run, 1, 5));
  t.is(sweep.secondsLeft(sweep.active[0]!), 45, 'nine epochs of five seconds');
  now = 7000;
  t.is(sweep.secondsLeft(sweep.active[0]!), 43);
  t.is(sweep.share(sweep.active[0]!), 0.1);
});

test('runs that wait are expected to take as much longer than planned as those that ended', t => {
  let now = 0;
  const [first, second] = [planned('a', 10), planned('b', 30)];
  const sweep = new SweepProgress([first, second], 1, () => now);
  sweep.update({run: first, slot: 0, kind: 'started', attempt: 1});
  now = 20_000;
  sweep.update({run: first, slot: 0, kind: 'ended', status: 'done'});
  t.is(sweep.sweepSecondsLeft(), 60);
  t.deepEqual([sweep.ended, sweep.failed, sweep.total], [1, 0, 2]);
});

test('what waits is spread over the slots, but a long run is waited for', t => {
  const runs = [planned('a', 100), planned('b', 10), planned('c', 10)];
  const sweep = new SweepProgress(runs, 2, () => 0);
  sweep.update({run: runs[0]!, slot: 0, kind: 'started', attempt: 1});
  sweep.update({run: runs[1]!, slot: 1, kind: 'started', attempt: 1});
  t.is(sweep.sweepSecondsLeft(), 100);
});

test('a run that ends gives its best and last score, and a failed one counts as not finished', t => {
  const run = planned('a', 10);
  const sweep = new SweepProgress([run], 1, () => 0);
  sweep.update({run, slot: 0, kind: 'started', attempt: 1});
  sweep.update(epoch(run, 5, 1));
  sweep.update(epoch(run, 3, 1));
  const ended = sweep.update({run, slot: 0, kind: 'ended', status: 'failed'});
  t.is(ended?.valAccuracy, 0.3);
  t.is(ended?.best, 0.5);
  t.is(sweep.failed, 1);
  t.deepEqual(sweep.active, []);
});
