import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import type {PublishedHistory} from '../../../src/domain/published-history.js';
import {couldBe} from '../../../src/score/published/could-be.js';
import {fitsSize, roundingOf} from '../../../src/score/published/fits-size.js';
import {givenScore} from '../../../src/score/published/given-score.js';
import {historyReading, type PublishedFigure} from '../../../src/score/published/history-reading.js';
import {identicalHistories} from '../../../src/score/published/identical-histories.js';
import {picturesScored} from '../../../src/score/published/pictures-scored.js';
import {readHistory} from '../../../src/spec/published/read-history.js';

const published = fileURLToPath(new URL('../../../../experiments/published/', import.meta.url));
const study = (name: string) => readHistory(`${published}${name}.csv`, published);

function historyOf(accuracies: readonly number[], accuracyDigits: number): PublishedHistory {
  const epochs = accuracies.map((valAccuracy, index) => ({epoch: index + 1, loss: null, accuracy: null, valLoss: null, valAccuracy}));
  return {epochs, accuracyDigits};
}

test('a history is read by hand: 3, 6, 7 and 6 of 8 pictures', t => {
  t.deepEqual(historyReading(historyOf([0.375, 0.75, 0.875, 0.75], 6)), {
    epochs: 4,
    last: {epoch: 4, accuracy: 0.75, count: {right: 6, pictures: 8}},
    best: {epoch: 3, accuracy: 0.875, count: {right: 7, pictures: 8}},
    meanOfLast: 0.6875,
    restsOn: [{pictures: 8, epochs: 4}],
  });
});

test('best is the first of several, and the mean is of the last 20 epochs', t => {
  const [quarters, threeQuarters] = [0.25, 0.75].map(accuracy => Array.from({length: 10}, () => accuracy)) as [number[], number[]];
  const {best, meanOfLast} = historyReading(historyOf([1, 0.5, ...quarters, ...threeQuarters, 1], 6));
  t.is(best.epoch, 1);
  // 9 of 0.25, 10 of 0.75 and 1.
  t.is(meanOfLast, 0.5375);
});

const scoredAs = {
  'model1-78': [[224, 13], [219, 86]],
  'model2-80': [[224, 13], [219, 86]],
  'model3-80': [[224, 13], [219, 86]],
  'model4-84': [[64, 375], [59, 125]],
  'model4-92': [[64, 375], [59, 125]],
  'model4-97': [[32, 438], [27, 62]],
  'model5-88': [[224, 63], [219, 437]],
  'model6-94': [[32, 438], [27, 62]],
  'model7-44': [[32, 88], [27, 12]],
  'model8-41': [[32, 88], [27, 12]],
  'model9-57': [[475, 13], [470, 87]],
};

// 251 pictures are seven batches of 32 and one of 27; passes of 1, 2 or 7 batches come to the short one in turn.
for (const [name, sizes] of Object.entries(scoredAs)) {
  test(`${name} rests on ${sizes.map(([pictures, epochs]) => `${pictures!} pictures in ${epochs!} epochs`).join(', ')}`, t => {
    t.deepEqual(historyReading(study(name)).restsOn, sizes.map(([pictures, epochs]) => ({pictures: pictures!, epochs: epochs!})));
  });
}

test('docs/scores.md says of each history what is read', t => {
  const docs = readFileSync(new URL('../../../../docs/scores.md', import.meta.url), 'utf8');
  const show = ({accuracy, count}: PublishedFigure) => `${accuracy.toFixed(3)} (${count!.right} of ${count!.pictures})`;
  for (const name of Object.keys(scoredAs)) {
    const {epochs, best, last, meanOfLast, restsOn} = historyReading(study(name));
    const cells = [
      name,
      `0.${name.slice(-2)}`,
      epochs,
      `${show(best)}, epoch ${best.epoch}`,
      show(last),
      meanOfLast.toFixed(3),
      restsOn!.map(one => `${one.pictures} (${one.epochs})`).join(', '),
    ];
    t.true(docs.includes(`| ${cells.join(' | ')} |`), `| ${cells.join(' | ')} |`);
  }
});

test('what the study published is the best of a history, but for three', t => {
  const others = Object.keys(scoredAs).filter(name => {
    const {accuracy} = historyReading(study(name)).best;
    return !couldBe(givenScore(Number(name.slice(-2)) / 100), {low: accuracy, high: accuracy});
  });
  t.deepEqual(others, ['model1-78', 'model4-84', 'model9-57']);
});

test('0.97 is 31 of 32 pictures, and the mean of the last 20 epochs 0.81', t => {
  const {best, last, meanOfLast} = historyReading(study('model4-97'));
  t.deepEqual(best, {epoch: 302, accuracy: 0.968_75, count: {right: 31, pictures: 32}});
  t.deepEqual(last.count, {right: 27, pictures: 32});
  t.is(meanOfLast.toFixed(4), '0.8117');
});

test('a figure of float32 that was rounded again counts as the share that it was: 131 of 219', t => {
  // 131/219 = 0.59817352, which float32 and six digits made 0.598173.
  t.true(fitsSize(0.598_173, 219, roundingOf(6)));
  t.false(fitsSize(0.598_172, 219, roundingOf(6)));
});

test('figures with all digits of a float32 are told as well', t => {
  const shares = [5, 11, 17, 20].map(right => Math.fround(right / 21));
  t.deepEqual(picturesScored(shares, roundingOf(16)), [21]);
});

test('nothing is said where figures do not tell', t => {
  const hundredths = Array.from({length: 100}, (_, index) => ((index * 37) % 100) / 100);
  t.is(picturesScored(hundredths, roundingOf(2)), undefined, 'any figure of two digits is a share of a hundred');
  t.is(picturesScored([0.84], roundingOf(2)), undefined, 'one figure of two digits may be 21 of 25, or 27 of 32');
  t.is(picturesScored([0, 1, 1], roundingOf(6)), undefined, 'all and none are shares of anything');
  const scattered = Array.from({length: 50}, (_, index) => Number(Math.abs(Math.sin(index + 1)).toFixed(6)));
  t.is(picturesScored(scattered, roundingOf(6)), undefined, 'no share at all');
});

// A double of fast-check is as often below 1e-100 as above.
const level = fc.nat(1_000_000).map(millionths => millionths / 1_000_000);
const scored = fc.tuple(fc.integer({min: 2, max: 400}), fc.integer({min: 1, max: 400})).chain(([one, other]) => fc.record({
  sizes: fc.constant([Math.max(one, other), Math.min(one, other)] as const),
  epochs: fc.array(fc.tuple(level, fc.boolean()), {minLength: 1, maxLength: 60}),
}));

test('the numbers found explain every figure, and are no more than the true ones', t => {
  fc.assert(fc.property(scored, ({sizes, epochs}) => {
    const accuracies = epochs.map(([right, isShort]) => {
      const pictures = sizes[isShort ? 1 : 0];
      return Number((Math.round(right * pictures) / pictures).toFixed(6));
    });
    const {restsOn, best} = historyReading(historyOf(accuracies, 6));
    if (!restsOn) {
      return;
    }

    t.true(restsOn[0]!.pictures <= sizes[0], `${restsOn[0]!.pictures} for ${sizes.join(' and ')}`);
    t.is(restsOn.reduce((sum, one) => sum + one.epochs, 0), accuracies.length);
    t.true(accuracies.every(accuracy => restsOn.some(({pictures}) => fitsSize(accuracy, pictures, roundingOf(6)))), 'each is explained');
    t.true(Math.abs((best.count!.right / best.count!.pictures) - best.accuracy) <= roundingOf(6), 'the best as a count is the best');
  }), {numRuns: 200});
});

test('thirty different counts always tell the number of pictures, and that of a short batch', t => {
  fc.assert(fc.property(fc.integer({min: 40, max: 400}), fc.integer({min: 1, max: 39}), (pictures, left) => {
    const short = pictures - left;
    // Every count but none and all, so that no divisor explains them.
    const shares = (size: number) => Array.from({length: size - 1}, (_, index) => Number(((index + 1) / size).toFixed(6)));
    t.deepEqual(picturesScored(shares(pictures), roundingOf(6)), [pictures]);
    const both = picturesScored([...shares(pictures), ...shares(short)], roundingOf(6));
    t.deepEqual(both, pictures % short === 0 ? [pictures] : [pictures, short]);
  }), {numRuns: 30});
});

test('one history under two names is found', t => {
  const histories = new Map(Object.keys(scoredAs).map(name => [name, study(name)]));
  t.deepEqual(identicalHistories(histories), [['model4-84', 'model4-92']]);
  const one = historyOf([0.5, 0.75], 2);
  const longer = historyOf([0.5, 0.75, 0.75], 2);
  t.deepEqual(identicalHistories(new Map([['b', one], ['a', longer], ['c', {...one, accuracyDigits: 3}], ['d', longer]])), [['b', 'c'], ['a', 'd']]);
});
