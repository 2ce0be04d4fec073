import test from 'ava';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import type {QueueUpdate} from '../../src/domain/queue-update.js';
import {drawBars} from '../../src/report/draw-bars.js';
import {epochsDone, SweepProgress} from '../../src/report/sweep-progress.js';
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

test('a run that somebody else trained is told with its scores and time, and leaves the one on the slot alone', t => {
  const [own, other] = [planned('own', 10), planned('other', 10)];
  const sweep = new SweepProgress([own, other], 1, () => 100_000);
  sweep.update({run: own, slot: 0, kind: 'started', attempt: 1});
  sweep.update(epoch(own, 4, 1));
  const events = [epoch(other, 7, 1), epoch(other, 6, 1)].map(update => (update as Extract<QueueUpdate, {kind: 'event'}>).event);
  sweep.update({run: other, slot: 0, kind: 'history', events: [...events, {seq: 9, at: '', type: 'ended', status: 'done', seconds: 30}]});
  t.like(sweep.update({run: other, slot: 0, kind: 'ended', status: 'done'}), {valAccuracy: 0.6, best: 0.7, startedAt: 70_000});
  t.like(sweep.update({run: own, slot: 0, kind: 'ended', status: 'done'}), {valAccuracy: 0.4});
  t.is(sweep.ended, 2);
});

test('a run that goes on begins where it was, and counts its own epochs alone for what is left', t => {
  let now = 0;
  const run = planned('a', 40);
  const sweep = new SweepProgress([run], 1, () => now);
  sweep.update({run, slot: 0, kind: 'started', attempt: 2});
  sweep.update({run, slot: 0, kind: 'event', event: {
    seq: 9, at: '', type: 'started', attempt: 2, resumed: {epoch: 7, step: 3, seconds: 60, best: 0.9},
    environment: {ablate: '', node: '', platform: '', engine: '', device: '', threads: 1},
  }});
  t.is(sweep.share(sweep.active[0]!), 0.6);
  t.is(epochsDone(sweep.active[0]!), 6);
  sweep.update({run, slot: 0, kind: 'progress', progress: {phase: 'training', epoch: 7, epochs: 10, step: 4, steps: 10, valAccuracy: 0.8}});
  t.true(sweep.share(sweep.active[0]!) > 0.6 && sweep.share(sweep.active[0]!) < 0.7);
  t.is(sweep.active[0]!.valAccuracy, 0.8);
  now = 10_000;
  sweep.update(epoch(run, 7, 10));
  t.is(sweep.secondsLeft(sweep.active[0]!), 30, 'three epochs of ten seconds');
  const ended = sweep.update({run, slot: 0, kind: 'ended', status: 'done'});
  t.is(ended?.best, 0.9, 'of an epoch before');
});

test('a run waits for room until it says anything else', t => {
  const run = planned('a', 40);
  const sweep = new SweepProgress([run], 1, () => 0);
  sweep.update({run, slot: 0, kind: 'started', attempt: 1});
  sweep.update({run, slot: 0, kind: 'no-room', bytes: 52e6});
  t.is(sweep.active[0]!.waiting?.bytes, 52e6);
  t.regex(drawBars(sweep, 120), /waiting: no room on the disk \(52 MB needed\)/v);
  sweep.update(epoch(run, 1, 1));
  t.is(sweep.active[0]!.waiting, undefined);
  t.notRegex(drawBars(sweep, 120), /waiting/v);
});
