import test from 'ava';
import stringWidth from 'string-width';
import {cellWidth} from '../../src/report/cell-width.js';

test('every character takes the columns that terminals give it, alone and beside others', t => {
  for (let code = 0x20; code < 0x30_00; code++) {
    const text = `a${String.fromCodePoint(code)}b`;
    t.is(cellWidth(text), stringWidth(text), `U+${code.toString(16)}`);
  }

  t.is(cellWidth('可回收'), 6);
});
