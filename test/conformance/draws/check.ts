import {drawChange} from '../../../src/dataset/augment/draw-change.js';
import type {PictureChange} from '../../../src/dataset/augment/picture-change.js';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {Random} from '../../../src/engine/random.js';
import {noAugment} from '../../no-augment.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {criticalStatistic, falseAlarms, kolmogorovSmirnov} from '../kolmogorov-smirnov.js';
import type {Finding, Subject} from '../subject.js';

type Answers = {
  readonly height: number;
  readonly width: number;
  readonly cases: Readonly<Record<string, {
    readonly augment: Partial<ExperimentConfig['augment']>;
    /** By the name of what was drawn: `[draws]`. */
    readonly draws: Readonly<Record<string, RecordedArray>>;
  }>>;
};

const read: Readonly<Record<string, (change: PictureChange) => number>> = {
  theta: ({theta}) => theta,
  tx: ({tx}) => tx,
  ty: ({ty}) => ty,
  shear: ({shear}) => shear,
  zx: ({zx}) => zx,
  zy: ({zy}) => zy,
  'zx - zy': ({zx, zy}) => zx - zy,
  flip_horizontal: ({flipHorizontal}) => Number(flipHorizontal),
  flip_vertical: ({flipVertical}) => Number(flipVertical),
  channel_shift_intensity: ({channelShift}) => channelShift,
  brightness: ({brightness}) => brightness!,
};

/** What is drawn for a picture is distributed as in Keras, for every form of range, and has the same ends. */
export const draws: Subject<Answers> = {
  name: 'draws',
  check: ({height, width, cases}) => Object.entries(cases).flatMap(([title, {augment, draws: drawn}]) => {
    const random = Random.fromSeed(1);
    const count = Math.max(...Object.values(drawn).map(({shape}) => shape[0]!));
    const changes = Array.from({length: count}, () => drawChange({...noAugment, ...augment}, height, width, random));
    const samples = Object.entries(drawn).map(([name, values]): Samples =>
      ({name, ours: Float64Array.from(changes, change => Math.fround(read[name]!(change))), theirs: Float64Array.from(valuesOf(values))}));
    return [...samples.map(each => compareDistributions(title, each)), compareEnds(title, samples, count)];
  }),
};

type Samples = {readonly name: string; readonly ours: Float64Array; readonly theirs: Float64Array};

function compareDistributions(title: string, {name, ours, theirs}: Samples): Finding {
  return {
    what: `${title}: ${name}`,
    measure: 'Kolmogorov-Smirnov',
    difference: kolmogorovSmirnov(ours, theirs),
    bar: Number(criticalStatistic(ours.length, theirs.length).toFixed(4)),
  };
}

/** Of even distributions alone: the difference of two thins out towards its ends. */
function compareEnds(title: string, samples: readonly Samples[], count: number): Finding {
  const distances = samples.filter(({name}) => name !== 'zx - zy').flatMap(({ours, theirs}) => {
    const [low, high] = [Math.min(...theirs), Math.max(...theirs)];
    return [Math.abs(Math.min(...ours) - low), Math.abs(Math.max(...ours) - high)].map(distance => distance / (high - low));
  });
  // An end is missed by a share t or more of the range with a probability of about e^(-n t), and there are two in two samples.
  const bar = Math.log(4 * samples.length / falseAlarms) / count;
  return {what: `${title}: ends of the ranges`, measure: 'share of the range', difference: Math.max(...distances), bar: Number(bar.toFixed(4))};
}
