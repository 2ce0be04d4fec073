import {utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {recordBytesOf} from '../../src/features/feature-file.js';
import {featurePlaces, featuresFolder} from '../../src/features/feature-places.js';
import {listFeatures} from '../../src/features/list-features.js';
import {createFeatures, describeFeatures} from '../../src/features/open-features.js';
import {createCache, digestsOf, source} from './fixtures.js';

test('a cache without features lists none', async t => {
  t.deepEqual(await listFeatures(await createCache(t)), []);
});

test('features are listed with what they are of, how many and how large, the ones used last first', async t => {
  const cache = await createCache(t);
  const sources = [0, 1, 2].map(seed => ({...source, weights: `seed ${seed}`}));
  for (const [index, each] of sources.entries()) {
    const file = await createFeatures(cache, each, 3);
    await file.append(digestsOf('a', 'b').slice(0, index + 1), new Float32Array(Math.min(index + 1, 2) * 3));
    // In the year 2002, 2004 and 2003.
    const usedAt = new Date(Date.UTC([2002, 2004, 2003][index]!, 0));
    await utimes(featurePlaces(cache, each).records, usedAt, usedAt);
  }

  const kept = await listFeatures(cache);
  t.deepEqual(kept.map(({description}) => description.weights), ['seed 1', 'seed 2', 'seed 0']);
  t.deepEqual(kept.map(({usedAt}) => usedAt.getUTCFullYear()), [2004, 2003, 2002]);
  t.deepEqual(kept.map(({pictures, bytes}) => [pictures, bytes]), [[2, 2 * recordBytesOf(3)], [2, 2 * recordBytesOf(3)], [1, recordBytesOf(3)]]);
  const {records, description, lock} = featurePlaces(cache, sources[1]!);
  t.deepEqual(kept[0]!.files.toSorted(), [records, description].toSorted());
  t.is(kept[0]!.lock, lock);
  t.deepEqual(kept[0]!.description, {...sources[1]!, width: 3});
});

test('how long a photo took is in the description, and makes no other file of it', async t => {
  const cache = await createCache(t);
  await (await createFeatures(cache, source, 3)).append(digestsOf('a'), new Float32Array(3));
  await describeFeatures(cache, {...source, width: 3, seconds_per_picture: 0.5, device: 'some processor'});
  const kept = await listFeatures(cache);
  t.is(kept.length, 1);
  t.is(kept[0]!.description.seconds_per_picture, 0.5);
});

test('what is described but not there, or cannot be read, is not listed', async t => {
  const cache = await createCache(t);
  await createFeatures(cache, source, 3);
  await writeFile(path.join(featuresFolder(cache), 'torn.json'), '{');
  await writeFile(path.join(featuresFolder(cache), 'torn.f32'), 'x');
  t.deepEqual(await listFeatures(cache), []);
});
