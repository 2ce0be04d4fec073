import test from 'ava';
import type {Progress} from '../../src/protocol/messages.js';
import {throttleProgress} from '../../src/worker/throttle-progress.js';

test('at most four a second are shown, and each phase\'s first at once', t => {
  const shown: number[] = [];
  let now = 0;
  const show = throttleProgress(({step}) => {
    shown.push(step);
  }, () => now);
  const at = (time: number, step: number, phase: Progress['phase'] = 'training') => {
    now = time;
    show({phase, epoch: 1, epochs: 1, step, steps: 9});
  };

  at(0, 1);
  at(100, 2);
  at(249, 3);
  at(250, 4);
  at(260, 5, 'validating');
  at(300, 6, 'validating');
  at(510, 7, 'validating');
  t.deepEqual(shown, [1, 4, 5, 7]);
});
