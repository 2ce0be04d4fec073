import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {makeResults, results} from '../looked-at.js';

test('the hardest photos are counted over all runs on the same pictures, with what they are taken for', async t => {
  const inline = await makeResults(results);
  t.is((await inline.ablate('report')).code, 0);
  const text = await readFile(path.join(inline.folder, 'runs/report/report.md'), 'utf8');
  // Three runs, which had one, four and three of the five right; each says metal of all.
  t.true(text.includes(`Most often wrong over the 3 finished runs on 5 validation pictures of drawn-litter:

| picture | is | said most often | wrong in |
| --- | --- | --- | ---: |
| glass/validation4.png | glass | metal | 3 of 3 |
| metal/validation3.png | metal |  | 2 of 3 |
| metal/validation1.png | metal |  | 1 of 3 |
| glass/validation2.png | glass | metal | 1 of 3 |
`), `in ${text}`);
});
