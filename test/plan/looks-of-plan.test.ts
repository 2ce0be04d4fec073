import test from 'ava';
import {LooksOfPlan} from '../../src/plan/looks-of-plan.js';

test('the first run that needs looks adds them, and whoever needs the same waits', t => {
  const looks = new LooksOfPlan();
  const missing = [{key: 'plain', digests: ['a', 'b']}, {key: 'view 1', digests: ['c']}];
  t.deepEqual(looks.take(missing), {count: 3, features: 'adds'});
  t.deepEqual(looks.take(missing), {count: 0, features: 'waits'});
});

test('who needs more than others adds only that', t => {
  const looks = new LooksOfPlan();
  looks.take([{key: 'plain', digests: ['a', 'b']}]);
  t.deepEqual(looks.take([{key: 'plain', digests: ['b', 'c', 'd']}]), {count: 2, features: 'adds'});
  t.deepEqual(looks.take([{key: 'plain', digests: ['c', 'a']}]), {count: 0, features: 'waits'});
});

test('the same photo from another source is another look', t => {
  const looks = new LooksOfPlan();
  looks.take([{key: 'plain', digests: ['a']}]);
  t.deepEqual(looks.take([{key: 'view 1', digests: ['a']}]), {count: 1, features: 'adds'});
});

test('a photo that stands twice in a data set is looked at once', t => {
  const looks = new LooksOfPlan();
  t.deepEqual(looks.take([{key: 'plain', digests: ['a', 'a']}, {key: 'plain', digests: ['a', 'b']}]), {count: 2, features: 'adds'});
});

test('a run whose features are all there neither adds nor waits', t => {
  const looks = new LooksOfPlan();
  t.deepEqual(looks.take([{key: 'plain', digests: []}, {key: 'view 1', digests: []}]), {count: 0});
  t.deepEqual(looks.take([]), {count: 0});
});
