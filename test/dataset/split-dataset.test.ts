import test from 'ava';
import {knownDatasets} from '../../src/dataset/known-datasets.js';
import {splitDataset} from '../../src/dataset/split-dataset.js';
import type {Dataset, DigestedPicture} from '../../src/domain/dataset.js';

function made(counts: Readonly<Record<string, number>>): {readonly dataset: Dataset; readonly pictures: readonly DigestedPicture[]} {
  const classes = Object.keys(counts);
  const pictures = classes.flatMap((name, classIndex) => Array.from({length: counts[name]!}, (_, index) =>
    ({path: `${name}/${index}.jpg`, classIndex, digest: `${name}-${index}`})));
  return {dataset: {name: 'made', root: '/made', classes, pictures, synthetic: false}, pictures};
}

const keras = {method: 'keras', validation: 0.1} as const;

test('TrashNet splits into 2,276 and 251 photos, the first tenth of each class validating', t => {
  const {dataset, pictures} = made(knownDatasets.trashnet.counts);
  const {training, validation} = splitDataset(dataset, pictures, keras);
  t.is(training.length, 2276);
  t.is(validation.length, 251);
  t.deepEqual([0, 1, 2, 3, 4, 5].map(index => validation.filter(({classIndex}) => classIndex === index).length), [40, 50, 41, 59, 48, 13]);
  t.is(validation[0]?.path, 'cardboard/0.jpg');
  t.is(training[0]?.path, 'cardboard/40.jpg');
});

test('shares are cut off, never rounded, also where a class gives nothing', t => {
  const {dataset, pictures} = made({a: 9, b: 19, c: 10});
  const {training, validation} = splitDataset(dataset, pictures, keras);
  t.deepEqual(validation.map(({path}) => path), ['b/0.jpg', 'c/0.jpg']);
  t.is(training.length, 36);
});

test('the id is that of the same pictures in the same places', t => {
  const {dataset, pictures} = made({a: 20, b: 20});
  const {id} = splitDataset(dataset, pictures, keras);
  t.regex(id, /^[\da-f]{64}$/v);
  t.is(splitDataset({...dataset, name: 'copy', root: '/elsewhere'}, pictures, keras).id, id);
  const changed = (change: (picture: DigestedPicture, index: number) => DigestedPicture) =>
    splitDataset(dataset, pictures.map((picture, index) => change(picture, index)), keras).id;
  t.not(changed((picture, index) => index === 30 ? {...picture, digest: 'other'} : picture), id);
  t.not(splitDataset(dataset, pictures, {...keras, validation: 0.15}).id, id);
  t.not(splitDataset({...dataset, classes: ['a', 'c']}, pictures, keras).id, id);
});

test('a picture that moves to the neighbouring class changes the id, though all bytes are as before', t => {
  const {dataset, pictures} = made({a: 20, b: 20});
  const moved = pictures.map((picture, index) => index === 19 ? {...picture, classIndex: 1} : picture);
  t.not(splitDataset(dataset, moved, keras).id, splitDataset(dataset, pictures, keras).id);
});

test('a split that leaves nothing to validate is an error that says how large the share must be', t => {
  const {dataset, pictures} = made({a: 9, b: 8});
  const error = t.throws(() => splitDataset(dataset, pictures, keras), {code: 'nothing-validates'});
  const share = Number(/\d[\d.]*/v.exec((error as Error & {hint: string}).hint)?.[0]);
  t.true(splitDataset(dataset, pictures, {...keras, validation: share}).validation.length > 0);
});
