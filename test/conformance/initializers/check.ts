import type {Conv2D} from '../../../src/domain/generated/experiment-config.js';
import {buildModel} from '../../../src/model/build-model.js';
import {completeLayers} from '../../complete-layers.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {criticalStatistic, kolmogorovSmirnov} from '../kolmogorov-smirnov.js';
import type {Finding, Subject} from '../subject.js';

type Weight = 'kernel' | 'bias';

type Distribution = {
  readonly name: Conv2D['kernel_initializer'];
  readonly of: Weight;
  /** Some of the values that were drawn. */
  readonly values: RecordedArray;
  /** How many were drawn, and what they are like. */
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  /** Of their absolute values. */
  readonly largest: number;
};

type Answers = {
  readonly filters: number;
  /** How often the weights were drawn. */
  readonly draws: Readonly<Record<Weight, number>>;
  readonly distributions: readonly Distribution[];
};

// Once in 1000 times, as often as the distributions' own check fails of two that draw alike, a normal variable is further out.
const deviations = 3.29;

/** Every initializer draws from Keras' distribution. */
export const initializers: Subject<Answers> = {
  name: 'initializers',
  async check({filters, draws, distributions}) {
    const findings: Finding[] = [];
    for (const each of distributions) {
      findings.push(...compare(each, await drawWeights(each, filters, draws[each.of])));
    }

    return findings;
  },
};

function compare({name, of, values, count, ...theirs}: Distribution, drawn: Float64Array): Finding[] {
  const ours = momentsOf(drawn);
  const title = `${name}, ${of}`;
  if (theirs.deviation === 0) {
    return [{what: `${title}: every value`, measure: 'absolute', difference: Math.max(ours.deviation, Math.abs(ours.mean - theirs.mean)), bar: 0}];
  }

  // A mean of n draws has a deviation of σ / √n, and their own deviation one of at most σ / √2n (a normal distribution's).
  const spread = deviations * Math.sqrt((1 / count) + (1 / drawn.length));
  const finding = (what: string, measure: string, difference: number, bar: number): Finding =>
    ({what: `${title}: ${what}`, measure, difference, bar: Number(bar.toPrecision(2))});
  const sample = Float64Array.from(valuesOf(values));
  const findings = [
    finding('distribution', 'KS statistic', kolmogorovSmirnov(drawn, sample), criticalStatistic(drawn.length, sample.length)),
    finding('mean', 'of a deviation', Math.abs(ours.mean - theirs.mean) / theirs.deviation, spread),
    finding('deviation', 'relative', Math.abs((ours.deviation / theirs.deviation) - 1), spread / Math.SQRT2),
  ];
  // The others end where their density is high, so that the largest of so many values lies close to the end.
  return name === 'random_normal' ? findings : [...findings, finding('largest value', 'relative', Math.abs((ours.largest / theirs.largest) - 1), 0.002)];
}

/** The weights of a first convolution of 3x3 over three channels, in models of many seeds. */
async function drawWeights({name, of}: Distribution, filters: number, draws: number): Promise<Float64Array> {
  const layers = completeLayers([{conv2d: {filters, [`${of}_initializer`]: name}}]);
  const all: number[] = [];
  for (let seed = 0; seed < draws; seed++) {
    const model = await buildModel({layers, imageSize: 3, classes: 2, seed});
    all.push(...model.weights.find(({originalName}) => originalName.endsWith(of))!.read().dataSync());
    model.dispose();
  }

  return Float64Array.from(all);
}

function momentsOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + ((value - mean) ** 2), 0) / values.length;
  return {mean, deviation: Math.sqrt(variance), largest: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)};
}
