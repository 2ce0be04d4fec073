import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import stringWidth from 'string-width';
import {drawBars} from '../../src/report/draw-bars.js';
import {SweepProgress} from '../../src/report/sweep-progress.js';
import {planRun} from '../queue/fixtures/plan-run.js';

/** What is drawn of two runs in the middle of their third and first epoch. */
function drawn(columns: number, longName = 'small-more-dropout'): string[] {
  const runs = [planRun('small', {epochs: 10}), planRun(longName, {epochs: 10, seed: 12})];
  const sweep = new SweepProgress(runs, 2, () => 0);
  for (const [slot, run] of runs.entries()) {
    sweep.update({run, slot, kind: 'started', attempt: 1});
  }

  for (const epoch of [1, 2]) {
    sweep.update({
      run: runs[0]!, slot: 0, kind: 'event',
      event: {
        seq: epoch, at: '', type: 'epoch', epoch, loss: 1, accuracy: 0.5, val_loss: 1, val_accuracy: 0.53, learning_rate: 0.001,
        seconds: 90, pictures_per_second: 1, correct: '',
      },
    });
  }

  sweep.update({run: runs[0]!, slot: 0, kind: 'progress', progress: {phase: 'training', epoch: 3, epochs: 10, step: 1, steps: 2}});
  return stripVTControlCharacters(drawBars(sweep, columns)).split('\n');
}

test('a wide terminal shows all there is to say', t => {
  const [first, second, last] = drawn(120);
  t.regex(first!, /^ {2}small {13} seed 0 {3}━{6}─{18} {2}epoch 3\/10 {2}val_accuracy 0\.530 {2}12 min 00 s left$/v);
  t.regex(second!, /^ {2}small-more-dropout seed 12 {2}─{24} {2}starting /v);
  t.regex(last!, /^0 of 2 runs · .* left$/v);
});

test('no line is wider than the terminal, whatever the name', t => {
  for (const columns of [20, 40, 60, 80, 97, 98, 160]) {
    for (const name of ['small-more-dropout', 'größer-'.repeat(20)]) {
      const widths = drawn(columns, name).map(line => stringWidth(line));
      t.true(Math.max(...widths) <= columns, `${widths.join(', ')} of ${columns}`);
    }
  }
});

test('a narrow terminal keeps name, bar, epoch, score and time before words', t => {
  t.regex(drawn(80)[0]!, /^ {2}small {13} seed 0 {3}[━─]+ {2}epoch 3\/10 {2}val 0\.530 {2}12 min 00 s left$/v);
  t.regex(drawn(66)[0]!, /^ {2}small {13} {2}[━─]{7} {2}epoch 3\/10 {2}0\.530 {2}12 min 00 s left$/v);
  t.regex(drawn(60)[0]!, /^ {2}small {13} {2}[━─]{8} {2}epoch 3\/10 {2}12 min 00 s left$/v);
  t.regex(drawn(60, 'long-'.repeat(20))[1]!, /^ {2}long-.*….*long- {2}[━─]{6} {2}starting {2}.* left$/v);
});
