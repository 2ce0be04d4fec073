import {open, rm, truncate, writeFile} from 'node:fs/promises';
import test from 'ava';
import {featurePlaces} from '../../src/features/feature-places.js';
import {keptDigests} from '../../src/features/kept-digests.js';
import {headerBytes, recordBytesOf} from '../../src/features/record-layout.js';
import {createCache, createFeatures, digestsOf, source} from './fixtures.js';

test('what is kept are the photos that were appended, of this source alone', async t => {
  const cache = await createCache(t);
  t.deepEqual([...keptDigests(cache, source)], []);
  const digests = digestsOf('a', 'b', 'c');
  const file = await createFeatures(cache, source);
  t.deepEqual([...keptDigests(cache, source)], []);
  await file.append(digests.slice(0, 2), Float32Array.of(1, 2, 3, 4));
  await file.append(digests.slice(2), Float32Array.of(5, 6));
  t.deepEqual([...keptDigests(cache, source)], digests);
  t.deepEqual([...keptDigests(cache, {...source, weights: 'seed 1'})], []);
});

test('a photo whose record was cut off is not kept', async t => {
  const cache = await createCache(t);
  const digests = digestsOf('a', 'b');
  await (await createFeatures(cache, source)).append(digests, Float32Array.of(1, 2, 3, 4));
  await truncate(featurePlaces(cache, source).records, headerBytes + (2 * recordBytesOf(2)) - 1);
  t.deepEqual([...keptDigests(cache, source)], digests.slice(0, 1));
});

test('records count without a description, which is for people; a file that begins otherwise holds none', async t => {
  const cache = await createCache(t);
  const digests = digestsOf('a', 'b');
  await (await createFeatures(cache, source)).append(digests, Float32Array.of(1, 2, 3, 4));
  const {records, description} = featurePlaces(cache, source);
  await writeFile(description, '{"backbone": ');
  t.deepEqual([...keptDigests(cache, source)], digests);
  await rm(description);
  t.deepEqual([...keptDigests(cache, source)], digests);

  const handle = await open(records, 'r+');
  await handle.write('something', 0);
  await handle.close();
  t.deepEqual([...keptDigests(cache, source)], []);
  await truncate(records, headerBytes - 1);
  t.deepEqual([...keptDigests(cache, source)], []);
});
