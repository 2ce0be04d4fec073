import test, {type ExecutionContext} from 'ava';
import sharp from 'sharp';
import {checkPictures} from '../../src/dataset/check-pictures.js';
import {pattern, plainPng, temporary, writeFiles} from './temporary.js';

/** A cache that holds nothing yet. */
async function emptyCache(t: ExecutionContext) {
  return {cache: await temporary(t), featuresOf: async () => undefined};
}

test('every kind of trouble is found and every oddity counted', async t => {
  const root = await temporary(t);
  const whole = await pattern(80, 60).jpeg().toBuffer();
  const plain = await plainPng(1, 2, 3);
  const damaged = Uint8Array.from(whole);
  damaged.fill(0, Math.floor(damaged.length * 0.6), damaged.length - 2);
  await writeFiles(root, {
    ...Object.fromEntries(Array.from({length: 10}, (_, index) => [`a/plain${index}.png`, plain])),
    'b/cut.jpg': whole.subarray(0, whole.length / 2),
    'b/zero.webp': '',
    'b/grey.png': await sharp(await plainPng(9, 9, 9)).toColourspace('b-w').png().toBuffer(),
    'b/alpha.png': await sharp(plain).ensureAlpha(0.5).png().toBuffer(),
    'b/cmyk.jpg': await sharp(plain).toColourspace('cmyk').jpeg().toBuffer(),
    'b/turned.jpg': await sharp(plain).withMetadata({orientation: 3}).jpeg().toBuffer(),
    'b/deep.png': await sharp(plain).toColourspace('rgb16').png().toBuffer(),
    'b/damaged.jpg': damaged,
    'c/notes.txt': '',
    'c/phone.HEIC': '',
    'c/.hidden': '',
    'loose.png': plain,
  });
  const told: number[] = [];
  const check = await checkPictures({...await emptyCache(t), name: 'made', root, validation: 0.1, onProgress(done) {
    told.push(done);
  }});
  t.deepEqual(check.classes, [
    {name: 'a', training: 9, validation: 1}, {name: 'b', training: 8, validation: 0}, {name: 'c', training: 0, validation: 0},
  ]);
  t.deepEqual(check.unreadable.map(picture => picture.path), ['b/cut.jpg', 'b/zero.webp']);
  t.deepEqual(check.suspect.map(picture => picture.path), ['b/damaged.jpg']);
  t.deepEqual(check.odd, {grey: 1, alpha: 1, cmyk: 1, sixteen_bit: 1, turned: 1, animated: 0});
  t.deepEqual(check.left_out, {loose: 1, kinds: {'.txt': 1, '.heic': 1}});
  const group = check.look_alikes.find(pictures => pictures.some(({path}) => path === 'a/plain0.png'))!;
  t.deepEqual(group[0], {path: 'a/plain0.png', class: 'a', part: 'validation'});
  t.deepEqual(group[1], {path: 'a/plain1.png', class: 'a', part: 'training'});
  t.true(group.some(({path}) => path === 'b/turned.jpg'), 'the same under another label');
  t.is(told.length, 18);
  t.is(told.at(-1), 18);
});

test('a class that must be there and is not counts as empty', async t => {
  const root = await temporary(t);
  await writeFiles(root, {'a/1.png': await plainPng(1, 2, 3)});
  const {classes} = await checkPictures({...await emptyCache(t), name: 'made', root, classes: ['a', 'z'], validation: 0.1});
  t.deepEqual(classes[1], {name: 'z', training: 0, validation: 0});
});
