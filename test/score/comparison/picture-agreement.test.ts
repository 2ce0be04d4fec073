import test from 'ava';
import {pictureAgreement} from '../../../src/score/comparison/picture-agreement.js';
import {answersOf} from '../answers-of.js';

const setOf = (text: string) => answersOf([...text].map(mark => mark === '1'));

test('of one seed each a picture is right or wrong, and those that one alone has right are listed', t => {
  t.deepEqual(pictureAgreement([setOf('1100')], [setOf('1010')]), {
    both: 1, onlyOne: 1, onlyOther: 1, neither: 1,
    differing: [{picture: 1, one: 1, other: 0}, {picture: 2, one: 0, other: 1}],
  });
});

test('of several seeds more than half decide, and shares that differ most come first', t => {
  const one = [setOf('11110'), setOf('11000'), setOf('11100')];
  const other = [setOf('10010'), setOf('00010')];
  t.deepEqual(pictureAgreement(one, other), {
    both: 0, onlyOne: 3, onlyOther: 1, neither: 1,
    differing: [
      {picture: 1, one: 3, other: 0},
      {picture: 2, one: 2, other: 0},
      {picture: 3, one: 1, other: 2},
      {picture: 0, one: 3, other: 1},
    ],
  }, 'one of two is not more than half; a picture that none has right does not differ');
});

test('the same share of different numbers of seeds is no difference, beyond the first word of bits too', t => {
  const right = '0'.repeat(40) + '1';
  const found = pictureAgreement([setOf(right), setOf(right), setOf('0'.repeat(41))], Array.from({length: 6}, (_, seed) => setOf(seed < 4 ? right : '0'.repeat(41))));
  t.deepEqual(found, {both: 1, onlyOne: 0, onlyOther: 0, neither: 40, differing: []});
});
