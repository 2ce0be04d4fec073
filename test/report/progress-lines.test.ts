import test from 'ava';
import {progressLines} from '../../src/report/progress-lines.js';
import {SweepProgress} from '../../src/report/sweep-progress.js';
import {planRun} from '../queue/fixtures/plan-run.js';

test('how a run ended stands in one line, and below it, indented, all lines of the reason', t => {
  let now = 0;
  const clock = () => now;
  const runs = [planRun('first'), planRun('second')];
  const lines: string[] = [];
  const view = progressLines(new SweepProgress(runs, 1, clock), line => {
    lines.push(...line.split('\n'));
  }, clock);
  const [first, second] = runs;
  view.update({run: first!, slot: 0, kind: 'started', attempt: 1});
  now = 4400;
  view.update({run: first!, slot: 0, kind: 'ended', status: 'failed', problem: {code: 'worker-died', message: 'the worker died; it said\n  1125.5 pictures/s'}});
  view.update({run: second!, slot: 0, kind: 'started', attempt: 2});
  now = 9400;
  view.update({run: second!, slot: 0, kind: 'ended', status: 'done'});
  t.deepEqual(lines, [
    'first seed 0: started',
    'first seed 0: failed (4.4 s). 1 of 2 runs, about 1.0 s left',
    '    the worker died; it said',
    '      1125.5 pictures/s',
    'second seed 0: started (attempt 2)',
    'second seed 0: last –, best – (5.0 s). 2 of 2 runs',
  ]);
});

test('where a run goes on is told at once, and that it waits for room once a minute', t => {
  let now = 0;
  const clock = () => now;
  const run = planRun('row');
  const lines: string[] = [];
  const view = progressLines(new SweepProgress([run], 1, clock), line => {
    lines.push(...line.split('\n'));
  }, clock);
  view.update({run, slot: 0, kind: 'started', attempt: 2});
  view.update({run, slot: 0, kind: 'event', event: {
    seq: 9, at: '', type: 'started', attempt: 2, resumed: {epoch: 7, step: 3, seconds: 60}, notes: ['checkpoint 4 is damaged, so it goes on from the one before'],
    environment: {ablate: '', node: '', platform: '', engine: '', device: '', threads: 1},
  }});
  for (now = 0; now < 90_000; now += 3000) {
    view.update({run, slot: 0, kind: 'no-room', bytes: 52e6});
  }

  t.deepEqual(lines, [
    'row seed 0: started (attempt 2)',
    'row seed 0: checkpoint 4 is damaged, so it goes on from the one before',
    'row seed 0: goes on in epoch 7',
    'row seed 0: waiting: no room on the disk (52 MB needed)',
    'row seed 0: waiting: no room on the disk (52 MB needed)',
  ]);
});
