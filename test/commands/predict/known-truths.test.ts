import test from 'ava';
import {knownTruths} from '../../../src/commands/predict/known-truths.js';
import type {SplitPicture} from '../../../src/store/queries/split-pictures.js';

const classes = ['glass', 'metal'];
const picture = (subset: SplitPicture['subset'], path: string, digest: string): SplitPicture => {
  const name = path.split('/')[0]!;
  return {subset, path, digest, class: name, classIndex: classes.indexOf(name)};
};

const truthOf = knownTruths([
  picture('training', 'glass/1.jpg', 'twice'),
  picture('validation', 'glass/2.jpg', 'twice'),
  picture('validation', 'glass/3.jpg', 'two classes'),
  picture('training', 'metal/4.jpg', 'two classes'),
  picture('validation', 'metal/5.jpg', 'once'),
]);

test('a photo is known by its content, whatever it is called', t => {
  t.deepEqual(truthOf('once', '/elsewhere/photo.jpg'), {classIndex: 1, part: 'validation'});
  t.is(truthOf('never', '/photos/metal/5.jpg'), undefined);
});

test('a photo of both parts was trained on', t => {
  t.deepEqual(truthOf('twice', '/elsewhere/photo.jpg'), {classIndex: 0, part: 'training'});
  t.deepEqual(truthOf('twice', '/photos/glass/2.jpg'), {classIndex: 0, part: 'training'});
});

test('a photo of two classes is of the one whose path it has, or of none', t => {
  t.is(truthOf('two classes', '/elsewhere/photo.jpg'), undefined);
  t.deepEqual(truthOf('two classes', '/photos/glass/3.jpg'), {classIndex: 0, part: 'training'});
  t.deepEqual(truthOf('two classes', '/photos/metal/4.jpg'), {classIndex: 1, part: 'training'});
});
