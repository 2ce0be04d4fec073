import test from 'ava';
import cliTruncate from 'cli-truncate';
import {cutText} from '../../src/report/cut-text.js';

test('a text is cut to the columns that there are, wherever, and one that fits is left whole', t => {
  for (const text of ['schedule.name constant → cosine', 'a–b × ½ †', '可回收物 and 干垃圾', '👩‍🚀 in a suit', 'é́x', '']) {
    for (const position of ['start', 'middle', 'end'] as const) {
      for (let width = 1; width < 34; width++) {
        t.is(cutText(text, width, position), cliTruncate(text, width, {position}), `${text} ${position} ${width}`);
      }
    }
  }
});
