import test from 'ava';
import {countCommon} from '../../../src/score/answers/count-common.js';
import {halvings} from '../../../src/score/run/halvings.js';
import {answersOf} from '../answers-of.js';

const classes = Array.from({length: 251}, (_, picture) => picture < 11 ? 0 : 1 + (picture % 5));

test('halves differ by one picture at most, in all and of each class', t => {
  for (const half of halvings(classes, 50)) {
    t.true(Math.abs((2 * countCommon(half, half)) - classes.length) <= 1);
    for (let index = 0; index < 6; index++) {
      const ofClass = answersOf(classes.map(one => one === index));
      t.true(Math.abs((2 * countCommon(half, ofClass)) - countCommon(ofClass, ofClass)) <= 1);
    }
  }
});

test('halvings are the same each time, and differ from each other', t => {
  const words = halvings(classes, 20).map(half => half.words.join(' '));
  t.deepEqual(halvings(classes, 20).map(half => half.words.join(' ')), words);
  t.is(new Set(words).size, 20);
});

test('each picture is in about half of the halves', t => {
  const drawn = halvings(classes, 400);
  for (const picture of [0, 10, 11, 250]) {
    const alone = answersOf(classes.map((_, place) => place === picture));
    const times = drawn.reduce((sum, half) => sum + countCommon(half, alone), 0);
    t.true(Math.abs(times - 200) < 60, `${times} of 400`);
  }
});
