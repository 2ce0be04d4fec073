import {mkdir, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {recordBytesOf} from '../../src/features/feature-file.js';
import {featurePlaces} from '../../src/features/feature-places.js';
import {keptDigests} from '../../src/features/kept-digests.js';
import {createFeatures, openFeatures} from '../../src/features/open-features.js';
import {createCache, digestsOf, source} from './fixtures.js';

test('what is kept are the photos that were appended, of this source alone', async t => {
  const cache = await createCache(t);
  t.deepEqual([...await keptDigests(cache, source)], []);
  t.is(await openFeatures(cache, source), undefined);

  const digests = digestsOf('a', 'b', 'c');
  const file = await createFeatures(cache, source, 2);
  t.deepEqual([...await keptDigests(cache, source)], []);
  await file.append(digests.slice(0, 2), Float32Array.of(1, 2, 3, 4));
  await file.append(digests.slice(2), Float32Array.of(5, 6));
  t.deepEqual([...await keptDigests(cache, source)], digests);
  t.deepEqual([...await keptDigests(cache, {...source, weights: 'seed 1'})], []);

  const opened = await openFeatures(cache, source);
  t.is(opened?.width, 2);
  t.deepEqual(opened?.take([digests[2]!], [[0, 2]]), Float32Array.of(5, 6));
});

test('a photo whose record was cut off is not kept', async t => {
  const cache = await createCache(t);
  const digests = digestsOf('a', 'b');
  await (await createFeatures(cache, source, 2)).append(digests, Float32Array.of(1, 2, 3, 4));
  await truncate(featurePlaces(cache, source).records, (2 * recordBytesOf(2)) - 1);
  t.deepEqual([...await keptDigests(cache, source)], digests.slice(0, 1));
});

test('records that nothing describes are not there', async t => {
  const cache = await createCache(t);
  const {records, description} = featurePlaces(cache, source);
  await mkdir(path.dirname(records), {recursive: true});
  await writeFile(records, new Uint8Array(recordBytesOf(2)));
  t.deepEqual([...await keptDigests(cache, source)], []);
  await writeFile(description, '{"width": ');
  t.deepEqual([...await keptDigests(cache, source)], []);
  t.is(await openFeatures(cache, source), undefined);
});
