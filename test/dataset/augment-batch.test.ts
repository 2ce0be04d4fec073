import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {augmentBatch} from '../../src/dataset/augment/augment-batch.js';
import {changeBatch} from '../../src/dataset/augment/change-batch.js';
import {drawChange} from '../../src/dataset/augment/draw-change.js';
import type {PictureChange, Point} from '../../src/dataset/augment/picture-change.js';
import {isIdentity, pictureMap} from '../../src/dataset/augment/picture-map.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {Random} from '../../src/engine/random.js';
import {noAugment} from '../no-augment.js';
import {loadRealEngine} from '../real-engine.js';

type Augment = ExperimentConfig['augment'];

const study: Augment = {
  ...noAugment, horizontal_flip: true, vertical_flip: true, rotation_range: 30, width_shift_range: 0.1, height_shift_range: 0.1,
  shear_range: 0.1, zoom_range: 0.1,
};
const everything: Augment = {
  ...study, channel_shift_range: 20, brightness_range: [0.5, 1.5], random_crop: {scale: [0.3, 1], ratio: [0.5, 2]}, perspective_range: 0.5,
  cutout: 0.4, cval: 9,
};
const still: PictureChange = {
  theta: 0, tx: 0, ty: 0, shear: 0, zx: 1, zy: 1, flipHorizontal: false, flipVertical: false,
  channelShift: 0, brightness: undefined, crop: undefined, corners: undefined, cutout: undefined,
};

test.before(async () => {
  await loadRealEngine();
});

function pictures(count: number, size: number): tf.Tensor4D {
  return tf.tensor4d(Float32Array.from({length: count * size * size * 3}, (_, index) => (index * 37) % 251), [count, size, size, 3]);
}

/** Of a picture 10 high and 8 wide: the distance between where the map takes a place and where it should. */
function error(change: PictureChange, [x, y]: Point, [toX, toY]: Point): number {
  const [a0, a1, a2, b0, b1, b2, c0, c1] = pictureMap(change, 10, 8);
  const depth = (c0 * x) + (c1 * y) + 1;
  return Math.hypot((((a0 * x) + (a1 * y) + a2) / depth) - toX, (((b0 * x) + (b1 * y) + b2) / depth) - toY);
}

test('maps are those of Keras\' matrices', t => {
  t.deepEqual(pictureMap(still, 8, 8), [1, 0, 0, 0, 1, 0, 0, 0]);
  t.true(isIdentity(pictureMap(still, 8, 9)));
  t.deepEqual(pictureMap({...still, tx: 2, ty: -3}, 8, 8), [1, 0, 2, 0, 1, -3, 0, 0]);
  t.deepEqual(pictureMap({...still, flipHorizontal: true}, 8, 8), [-1, 0, 7, 0, 1, 0, 0, 0]);
  t.deepEqual(pictureMap({...still, zx: 0.5}, 9, 9), [0.5, 0, 2, 0, 1, 0, 0, 0]);
  const quarter = pictureMap({...still, theta: 90}, 8, 8).map(value => Math.round(value * 1e9) / 1e9);
  t.deepEqual(quarter.map(value => value + 0), [0, -1, 7, 1, 0, 0, 0, 0]);
});

test('a crop fills the picture from outline to outline', t => {
  const crop = {left: 2, top: 1, width: 4, height: 5};
  t.true(error({...still, crop}, [-0.5, -0.5], [1.5, 0.5]) < 1e-12);
  t.true(error({...still, crop}, [7.5, 9.5], [5.5, 5.5]) < 1e-12);
  t.true(isIdentity(pictureMap({...still, crop: {left: 0, top: 0, width: 8, height: 10}}, 10, 8)));
});

test('a perspective takes the outline\'s corners to the drawn ones, and a square to itself', t => {
  const corners = [[1, 0.5], [6, 2], [7, 8], [0.25, 7.5]] as const;
  const outline = [[-0.5, -0.5], [7.5, -0.5], [7.5, 9.5], [-0.5, 9.5]] as const;
  for (const [index, corner] of corners.entries()) {
    t.true(error({...still, corners}, corner, outline[index]!) < 1e-9, `corner ${index}`);
  }

  t.true(pictureMap({...still, corners: outline}, 10, 8).every((value, index) => Math.abs(value - [1, 0, 0, 0, 1, 0, 0, 0][index]!) < 1e-12));
});

test('Keras\' changes come first, then the crop, then the perspective', t => {
  const corners = [[1, 0.5], [6, 2], [7, 8], [0.25, 7.5]] as const;
  const crop = {left: 2, top: 1, width: 4, height: 5};
  // Back from the output: the drawn corner is the output's own, that is the crop's, and that lies mirrored in the picture.
  t.true(error({...still, flipHorizontal: true, crop, corners}, corners[0], [7 - 1.5, 0.5]) < 1e-9);
});

test('the pictures of a batch are changed each by its own change', t => {
  const batch = pictures(2, 4);
  const made = changeBatch(batch, [still, {...still, flipVertical: true}], noAugment);
  const [first, second] = tf.split(batch, 2);
  t.deepEqual(made.dataSync(), tf.concat4d([first as tf.Tensor4D, tf.reverse(second as tf.Tensor4D, 1)], 0).dataSync());
});

test('a change that moves nothing gives the same values as a tensor of its own', t => {
  const batch = pictures(2, 4);
  const made = changeBatch(batch, [still, still], noAugment);
  t.not(made, batch);
  t.deepEqual(made.dataSync(), batch.dataSync());
});

test('cutout covers whole pixels, is cut at the edge, and leaves pictures alone that have none', t => {
  const batch = pictures(2, 4);
  const made = changeBatch(batch, [{...still, cutout: {left: -1, top: 2, side: 3}}, still], {...noAugment, cval: 300});
  const rows = Array.from({length: 16}, (_, index) => made.dataSync()[index * 3] === 300 ? 1 : 0);
  t.deepEqual(rows, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]);
  t.deepEqual(made.dataSync().slice(48), batch.dataSync().slice(48));
});

test('where nothing is asked for the batch itself comes back', t => {
  const batch = pictures(2, 4);
  t.is(augmentBatch(batch, {...noAugment, fill_mode: 'constant', cval: 9}, Random.fromSeed(1)), batch);
});

for (const [title, augment] of Object.entries({study, everything})) {
  test(`${title}: the same seed gives the same batch, another one another, with the same shape and within the pixels' range`, t => {
    const batch = pictures(3, 12);
    const make = (seed: number) => augmentBatch(batch, augment, Random.fromSeed(seed));
    t.deepEqual(make(4).dataSync(), make(4).dataSync());
    t.notDeepEqual(make(4).dataSync(), make(5).dataSync());
    t.deepEqual(make(4).shape, [3, 12, 12, 3]);
    const values = make(4).dataSync();
    t.true(Math.min(...values) >= 0 && Math.max(...values) <= 255);
  });
}

test('nothing but the result is left behind', t => {
  const batch = pictures(2, 6);
  for (const fill_mode of ['nearest', 'constant', 'reflect', 'wrap'] as const) {
    const before = tf.memory().numTensors;
    augmentBatch(batch, {...everything, fill_mode}, Random.fromSeed(1)).dispose();
    t.is(tf.memory().numTensors, before, `with ${fill_mode}`);
  }
});

function drawMany(augment: Partial<Augment>, height = 60, width = 90): PictureChange[] {
  const random = Random.fromSeed(2);
  return Array.from({length: 3000}, () => drawChange({...noAugment, ...augment}, height, width, random));
}

function isFilling(values: readonly number[], low: number, high: number): boolean {
  const slack = (high - low) / 50;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least >= low && least < low + slack && most <= high && most > high - slack;
}

test('crops have their share, shape and place, and fill the ranges of each', t => {
  const crops = drawMany({random_crop: {scale: [0.2, 0.5], ratio: [0.8, 1.25]}}).map(({crop}) => crop!);
  t.true(isFilling(crops.map(({width, height}) => width * height / 5400), 0.2, 0.5));
  t.true(isFilling(crops.map(({width, height}) => Math.log(width / height)), Math.log(0.8), Math.log(1.25)));
  t.true(isFilling(crops.map(({left, width}) => left / (90 - width)), 0, 1));
  t.true(isFilling(crops.map(({top, height}) => top / (60 - height)), 0, 1));
});

test('a crop that cannot fit is the largest of an allowed shape, in the middle', t => {
  const [{crop}] = drawMany({random_crop: {scale: [1, 1], ratio: [1, 1]}}) as [PictureChange];
  t.deepEqual(crop, {left: 15, top: 0, width: 60, height: 60});
  const [tall] = drawMany({random_crop: {scale: [1, 1], ratio: [1, 1]}}, 90, 60) as [PictureChange];
  t.deepEqual(tall.crop, {left: 0, top: 15, width: 60, height: 60});
});

test('corners go inwards only, up to their share of half the picture', t => {
  const corners = drawMany({perspective_range: 0.5}).map(change => change.corners!);
  t.true(isFilling(corners.map(([upperLeft]) => upperLeft[0] + 0.5), 0, 22.5));
  t.true(isFilling(corners.map(([, upperRight]) => 89.5 - upperRight[0]), 0, 22.5));
  t.true(isFilling(corners.map(all => 59.5 - all[2][1]), 0, 15));
  t.true(isFilling(corners.map(all => 59.5 - all[3][1]), 0, 15));
});

test('the square of cutout has its share of the shorter side, and its centre anywhere', t => {
  const squares = drawMany({cutout: 0.25}).map(({cutout}) => cutout!);
  t.true(squares.every(({side}) => side === 15));
  t.true(isFilling(squares.map(({left}) => left + 7), 0, 89));
  t.true(isFilling(squares.map(({top}) => top + 7), 0, 59));
});

test('what is switched off is not drawn', t => {
  const random = Random.fromSeed(2);
  const before = JSON.stringify(random.state);
  t.deepEqual(drawChange(noAugment, 10, 10, random), still);
  t.is(JSON.stringify(random.state), before);
});
