import {readFile} from 'node:fs/promises';
import test from 'ava';

test('the documentation names the keys of a backbone, their defaults, and which of them must be there', async t => {
  const text = await readFile(new URL('../../../docs/experiment-file.md', import.meta.url), 'utf8');
  t.regex(text, /^\| `backbone\.name` \| .*`resnet50` \| \*required\* \| /mv);
  t.regex(text, /^\| `backbone\.weights` \| text \| `imagenet` \| /mv);
  t.regex(text, /^\| `backbone\.trainable` \| `true`, `false`, text \| `false` \| /mv);
});
