import {rm, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {describeFeatures} from '../../src/features/feature-description.js';
import {featurePlaces, featuresFolder} from '../../src/features/feature-places.js';
import {listFeatures, type KeptFeatures} from '../../src/features/list-features.js';
import {headerBytes, recordBytesOf} from '../../src/features/record-layout.js';
import {createCache, createFeatures, digestsOf, source} from './fixtures.js';

test('a cache without features lists none', async t => {
  t.deepEqual(await listFeatures(await createCache(t)), []);
});

test('features are listed with what they are of, how many and how large, the ones used last first', async t => {
  const cache = await createCache(t);
  const sources = [0, 1, 2].map(seed => ({...source, weights: `seed ${seed}`}));
  for (const [index, each] of sources.entries()) {
    const file = await createFeatures(cache, each);
    await file.append(digestsOf('a', 'b').slice(0, index + 1), new Float32Array(Math.min(index + 1, 2) * 3));
    // In the year 2002, 2004 and 2003.
    const usedAt = new Date(Date.UTC([2002, 2004, 2003][index]!, 0));
    await utimes(featurePlaces(cache, each).records, usedAt, usedAt);
  }

  const kept = await listFeatures(cache);
  t.deepEqual(kept.map(({description}) => description?.weights), ['seed 1', 'seed 2', 'seed 0']);
  t.deepEqual(kept.map(({usedAt}) => usedAt.getUTCFullYear()), [2004, 2003, 2002]);
  const bytesOf = (records: number) => headerBytes + (records * recordBytesOf(3));
  t.deepEqual(kept.map(({pictures, bytes}) => [pictures, bytes]), [[2, bytesOf(2)], [2, bytesOf(2)], [1, bytesOf(1)]]);
  t.deepEqual(kept[0]!.places, featurePlaces(cache, sources[1]!));
  t.deepEqual(kept[0]!.description, sources[1]!);
});

test('how long a photo took is in the description, and makes no other file of it', async t => {
  const cache = await createCache(t);
  await (await createFeatures(cache, source)).append(digestsOf('a'), new Float32Array(3));
  await describeFeatures(cache, {...source, seconds_per_picture: 0.5, device_name: 'some processor'});
  const kept = await listFeatures(cache);
  t.is(kept.length, 1);
  t.is(kept[0]!.description?.seconds_per_picture, 0.5);
});

test('what is described but not there is not listed; records that nothing describes are', async t => {
  const cache = await createCache(t);
  const {records, description} = featurePlaces(cache, source);
  const file = await createFeatures(cache, source);
  t.deepEqual(await listFeatures(cache), []);
  await file.append(digestsOf('a', 'b'), new Float32Array(6));
  const [{usedAt: _, ...described}] = await listFeatures(cache) as [KeptFeatures];
  for (const lose of [async () => writeFile(description, '{'), async () => rm(description)]) {
    await lose();
    t.like(await listFeatures(cache), [{...described, description: undefined}]);
  }

  await rm(records);
  t.deepEqual(await listFeatures(cache), []);
});

test('a file that begins otherwise is listed with its bytes, for it takes room, but holds no photos', async t => {
  const cache = await createCache(t);
  await createFeatures(cache, source);
  await writeFile(path.join(featuresFolder(cache), 'torn.f32'), 'x');
  await writeFile(path.join(featuresFolder(cache), 'other.f32'), 'x'.repeat(1000));
  const kept = await listFeatures(cache);
  t.deepEqual(kept.map(({pictures, bytes}) => [pictures, bytes]).toSorted(([, one], [, other]) => one! - other!), [[0, 1], [0, 1000]]);
});
