import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {datasetDifferences} from '../../src/dataset/dataset-differences.js';
import {drawLitter} from '../../src/dataset/draw-litter.js';
import {decodePictures} from '../../src/dataset/decode-pictures.js';
import {digestPictures} from '../../src/dataset/digest-pictures.js';
import {findDataset} from '../../src/dataset/find-dataset.js';
import {splitDataset} from '../../src/dataset/split-dataset.js';
import {temporary} from './temporary.js';

test('it is drawn on first use, whole, and is marked as synthetic', async t => {
  const cache = await temporary(t);
  const places = {cwd: '/', env: {}, cache};
  const dataset = await findDataset('drawn-litter', places);
  t.true(dataset.synthetic);
  t.is(dataset.root, path.join(cache, 'datasets', 'drawn-litter'));
  t.deepEqual(await datasetDifferences('drawn-litter', dataset.root), []);
  t.deepEqual(await readdir(path.join(cache, 'datasets')), ['drawn-litter']);
  const pictures = await digestPictures(dataset, cache);
  t.is(new Set(pictures.map(({digest}) => digest)).size, 360);

  // Its classes can be told apart, but not by colour alone: the nearest mean picture is right more often than 1 in 6.
  const {training, validation} = splitDataset(dataset, pictures, {method: 'keras', validation: 0.2});
  const {data} = await decodePictures({root: dataset.root, pictures: [...training, ...validation], size: 12, interpolation: 'bilinear', cache});
  const right = countNearestMean(data, training.map(picture => picture.classIndex), validation.map(picture => picture.classIndex));
  t.true(right > 18 && right < 65, `${right} of 72`);
});

test('two at once draw the same files, byte for byte, as another drawing elsewhere', async t => {
  const folder = await temporary(t);
  await Promise.all([drawLitter(path.join(folder, 'one')), drawLitter(path.join(folder, 'one'))]);
  await drawLitter(path.join(folder, 'two'));
  t.deepEqual(await readdir(folder), ['one', 'two']);
  t.is(await digestFolder(path.join(folder, 'one')), await digestFolder(path.join(folder, 'two')));
});

async function digestFolder(folder: string): Promise<string> {
  const names = await readdir(folder, {recursive: true});
  const hash = createHash('sha256');
  for (const name of names.toSorted((left, right) => left < right ? -1 : 1).filter(file => file.endsWith('.jpg'))) {
    hash.update(name).update(await readFile(path.join(folder, name)));
  }

  return hash.digest('hex');
}

function countNearestMean(data: Uint8Array, training: readonly number[], validation: readonly number[]): number {
  const length = 12 * 12 * 3;
  const picture = (index: number) => data.subarray(index * length, (index + 1) * length);
  const means = [0, 1, 2, 3, 4, 5].map(wanted => {
    const members = training.flatMap((classIndex, index) => classIndex === wanted ? [index] : []);
    return Array.from({length}, (_, place) => members.reduce((sum, index) => sum + picture(index)[place]!, 0) / members.length);
  });
  return validation.filter((classIndex, index) => {
    const distances = means.map(mean => mean.reduce((sum, value, place) => sum + ((value - picture(training.length + index)[place]!) ** 2), 0));
    return distances.indexOf(Math.min(...distances)) === classIndex;
  }).length;
}
