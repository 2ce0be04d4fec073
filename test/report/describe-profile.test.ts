import test from 'ava';
import {describeProfile} from '../../src/report/describe-profile.js';

const first = {data: 300, training: 600, evaluation: 90, runner: 10};
const later = {data: 20, training: 160, evaluation: 16, runner: 4};

test('the first epoch stands apart from the mean of the others, in milliseconds and shares', t => {
  const epochs = [first, later, {...later, training: 140, runner: 24}];
  t.deepEqual(describeProfile('small seed 0', {attempt: 1, device: 'cpu', preparing: 4300, epochs}).split('\n'), [
    'small seed 0: where an epoch\'s time went; 4.3 s went before the first (TensorFlow, pictures, network)',
    '                             first epoch          mean of 2 later',
    '  waiting for data                300 ms  30.0 %          20.0 ms  10.0 %',
    '  forward, backward, update       600 ms  60.0 %           150 ms  75.0 %',
    '  evaluation                     90.0 ms   9.0 %          16.0 ms   8.0 %',
    '  the runner itself              10.0 ms   1.0 %          14.0 ms   7.0 %',
    '  together                       1000 ms                   200 ms',
  ]);
});

test('one epoch has no mean beside it, and a run that ended before one says so', t => {
  const profile = {attempt: 1, device: 'cpu', preparing: 4300} as const;
  t.notRegex(describeProfile('small seed 0', {...profile, epochs: [first]}), /later|second/v);
  t.is(describeProfile('small seed 0', {...profile, epochs: []}), 'small seed 0: no epoch was completed, so there is no profile.');
});

test('of a GPU, which computes on its own, it says what the rows mean', t => {
  const profile = {attempt: 1, preparing: 1, epochs: [first, later]};
  t.regex(describeProfile('small seed 0', {...profile, device: 'gpu'}), /each other's time/v);
  t.notRegex(describeProfile('small seed 0', {...profile, device: 'cpu'}), /GPU/v);
});
