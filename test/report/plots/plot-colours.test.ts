import test from 'ava';
import {lineStyle, mostTold} from '../../../src/report/plots/line-style.js';
import {plotColours} from '../../../src/report/plots/plot-colours.js';

type Colour = readonly [number, number, number];

/** How colours look to who sees all of them, no red, no green and no blue: matrices over linear RGB (Machado, Oliveira and Fernandes, 2009). */
const sights: Readonly<Record<string, readonly number[]>> = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152_286, 1.052_583, -0.204_868, 0.114_503, 0.786_281, 0.099_216, -0.003_882, -0.048_116, 1.051_998],
  deuteranopia: [0.367_322, 0.860_646, -0.227_968, 0.280_085, 0.672_501, 0.047_413, -0.011_82, 0.042_94, 0.968_881],
  tritanopia: [1.255_528, -0.076_749, -0.178_779, -0.078_411, 0.930_809, 0.147_602, 0.004_733, 0.691_367, 0.3039],
};

for (const [ground, index] of [['light', 0], ['dark', 1]] as const) {
  test(`lines are far from each other for every eye, and have 3:1 against their ground, in the ${ground}`, t => {
    const series = Object.entries(plotColours).filter(([name]) => /^s\d$/v.test(name)).map(([, pair]) => linear(pair[index]));
    for (const colour of series) {
      t.true(contrast(colour, linear(plotColours.ground![index])) >= 3);
    }

    for (const [sight, matrix] of Object.entries(sights)) {
      const seen = series.map(colour => oklab(multiply(matrix, colour)));
      for (const [at, left] of seen.entries()) {
        for (const right of seen.slice(at + 1)) {
          t.true(Math.hypot(...left.map((value, axis) => value - right[axis]!)) > 0.085, `${sight}: ${at} is near another`);
        }
      }
    }
  });
}

test('as many lines as are told apart differ in colour or in dashes', t => {
  t.is(new Set(Array.from({length: mostTold}, (_, index) => JSON.stringify(lineStyle(index)))).size, mostTold);
});

function linear(hex: string): Colour {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };

  return [channel(1), channel(3), channel(5)];
}

function contrast(one: Colour, other: Colour): number {
  const [left, right] = [one, other].map(([red, green, blue]) => 0.05 + (0.2126 * red) + (0.7152 * green) + (0.0722 * blue)) as [number, number];
  return Math.max(left, right) / Math.min(left, right);
}

function multiply(matrix: readonly number[], vector: Colour): Colour {
  const row = (from: number) => vector.reduce((sum, value, index) => sum + (matrix[from + index]! * value), 0);
  return [row(0), row(3), row(6)];
}

const cones = [
  [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
  [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
  [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
].flat();
const axes = [
  [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
  [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
  [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
].flat();

/** Ottosson's space, in which distances are about as large as they look. */
function oklab(colour: Colour): Colour {
  const clamped = colour.map(value => Math.min(1, Math.max(0, value))) as unknown as Colour;
  return multiply(axes, multiply(cones, clamped).map(value => Math.cbrt(value)) as unknown as Colour);
}
