import test from 'ava';
import {wrapText} from '../../src/report/wrap-text.js';

test('lines are broken between words, and only words that are wider than a line go beyond it', t => {
  t.deepEqual(wrapText('one two three', 7), ['one two', 'three']);
  t.deepEqual(wrapText('one two three', 8, '  ', '    '), ['  one', '    two', '    three']);
  t.deepEqual(wrapText('unbreakable it is', 5), ['unbreakable', 'it is']);
  t.deepEqual(wrapText('as it is', Number.POSITIVE_INFINITY), ['as it is']);
});
