import test from 'ava';
import {cellWidth} from '../../../src/report/cell-width.js';
import {labelRoom, shortLabel} from '../../../src/report/plots/label-room.js';

test('a long label is cut by its width, and between characters', t => {
  t.is(shortLabel('可回收物易拉罐塑料瓶玻璃瓶纸板金属箱包'), '可回收物易拉罐塑料瓶玻璃瓶纸板金属…');
  const flags = shortLabel('👩‍🔬'.repeat(30));
  t.regex(flags, /^(?:👩‍🔬)+…$/v);
  for (const label of ['x'.repeat(50), '罐'.repeat(50), flags]) {
    // A wide letter on the edge is kept: cli-truncate counts its first half.
    t.true(cellWidth(shortLabel(label)) <= 35, `of ${label}`);
  }

  t.is(labelRoom(['x'.repeat(50)]), labelRoom(['罐'.repeat(50)]));
});
