import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import test from 'ava';
import {keepLookAlikes} from '../../../src/dataset/look-alikes/keep-look-alikes.js';
import {keptLookAlikesFile} from '../../../src/dataset/look-alikes/kept-look-alikes.js';
import {knownLeak, type SplitPicture} from '../../../src/dataset/look-alikes/known-leak.js';
import {temporary} from '../temporary.js';

function digest(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}

/** Pictures that hold what their paths say before the slash. */
function pictures(training: readonly string[], validation: readonly string[]): SplitPicture[] {
  const part = (subset: SplitPicture['subset'], words: readonly string[]) =>
    words.map((word, place) => ({subset, path: `${word}/${subset}${place}`, digest: digest(word)}));
  return [...part('training', training), ...part('validation', validation)];
}

test('what was found across a split is known without a look at the pictures, of whatever split of them', async t => {
  const cache = await temporary(t);
  const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  t.is(knownLeak(cache, pictures(words.slice(4), words.slice(0, 4))), undefined);
  await keepLookAlikes(cache, {
    pictures: words.map(word => digest(word)),
    sights: [['one', 'two', 'five', 'six'].map(word => digest(word))],
    things: [['two', 'seven'], ['three', 'eight'], ['four', 'one']].map(group => group.map(word => digest(word))),
  });
  t.deepEqual(knownLeak(cache, pictures(['five', 'six', 'seven', 'eight'], ['one', 'two', 'three', 'four'])), {
    pairs: [
      {validation: 'one/validation0', training: 'five/training0', same: 'sight'},
      {validation: 'two/validation1', training: 'five/training0', same: 'sight'},
      {validation: 'three/validation2', training: 'eight/training3', same: 'thing'},
    ],
    share: 3 / 4,
  });
  t.deepEqual(knownLeak(cache, pictures(['one', 'two', 'three', 'five', 'six', 'seven', 'eight'], ['four']))?.pairs, [
    {validation: 'four/validation0', training: 'one/training0', same: 'thing'},
  ]);
  t.deepEqual(knownLeak(cache, pictures(['one', 'two', 'four', 'five', 'six', 'seven'], ['eight', 'three'])), {pairs: [], share: 0});
});

test('a picture that is the very same file on both sides leaks', async t => {
  const cache = await temporary(t);
  await keepLookAlikes(cache, {pictures: ['one', 'one', 'two'].map(word => digest(word)), sights: [[digest('one'), digest('one')]], things: []});
  t.deepEqual(knownLeak(cache, pictures(['one', 'two'], ['one', 'one'])), {
    pairs: [
      {validation: 'one/validation0', training: 'one/training0', same: 'sight'},
      {validation: 'one/validation1', training: 'one/training0', same: 'sight'},
    ],
    share: 1,
  });
});

test('of a picture more or another, and where the file is damaged, nothing is known', async t => {
  const cache = await temporary(t);
  const words = ['one', 'two', 'three'];
  const digests = words.map(word => digest(word));
  await keepLookAlikes(cache, {pictures: digests, sights: [], things: []});
  t.deepEqual(knownLeak(cache, pictures(['one', 'two'], ['three'])), {pairs: [], share: 0});
  for (const training of [['one', 'two', 'four'], ['one', 'four']]) {
    t.is(knownLeak(cache, pictures(training, ['three'])), undefined);
  }

  for (const text of ['', '{"sights": []}', '{"sights": [[1]], "things": []}', 'null', '{"pictures": [], "sights": [[1]], "things": []}', '{"sights": [["a"]], "thi']) {
    await writeFile(keptLookAlikesFile(cache, digests), text);
    t.is(knownLeak(cache, pictures(['one', 'two'], ['three'])), undefined, `holding ${text}`);
  }
});

test('a part of a data set was looked at with the whole of it', async t => {
  const cache = await temporary(t);
  const look = (words: readonly string[], things: readonly string[][]) =>
    ({pictures: words.map(word => digest(word)), sights: [], things: things.map(group => group.map(word => digest(word)))});
  await keepLookAlikes(cache, look(['one', 'two', 'three', 'four', 'five'], []));
  await keepLookAlikes(cache, look(['one', 'two', 'three', 'four'], [['one', 'three', 'four']]));
  t.deepEqual(knownLeak(cache, pictures(['one', 'two'], ['three'])), {
    pairs: [{validation: 'three/validation0', training: 'one/training0', same: 'thing'}], share: 1,
  });
  t.deepEqual(knownLeak(cache, pictures(['two'], ['three'])), {pairs: [], share: 0});
  t.deepEqual(knownLeak(cache, pictures(['two'], ['five'])), {pairs: [], share: 0});
});
