import test from 'ava';
import {CheckpointPace} from '../../../src/worker/checkpoint/checkpoint-pace.js';

function paceOf(minutes: number) {
  const clock = {seconds: 0};
  return {clock, pace: new CheckpointPace(minutes, () => clock.seconds * 1000)};
}

test('after an epoch it is time, but not every few seconds; within one every so many minutes', t => {
  const {clock, pace} = paceOf(5);
  clock.seconds = 4.9;
  t.false(pace.isDue(true));
  clock.seconds = 5;
  t.true(pace.isDue(true));
  t.false(pace.isDue(false));
  clock.seconds = 299;
  t.false(pace.isDue(false));
  clock.seconds = 300;
  t.true(pace.isDue(false));
  pace.taken(0.01);
  t.false(pace.isDue(true));
  clock.seconds = 305;
  t.true(pace.isDue(true));
});

test('one that held up the training for long comes so seldom that it costs half a percent, but never more seldom than asked for', t => {
  const {clock, pace} = paceOf(2);
  pace.taken(0.1);
  clock.seconds = 19;
  t.false(pace.isDue(true));
  clock.seconds = 20;
  t.true(pace.isDue(true));
  pace.taken(10);
  clock.seconds = 139;
  t.false(pace.isDue(true));
  clock.seconds = 140;
  t.true(pace.isDue(true));
});

test('with no minutes it is always time', t => {
  const {pace} = paceOf(0);
  pace.taken(100);
  t.true(pace.isDue(false));
});
