import {Random} from '../../src/engine/random.js';
import {figuresTable} from './figures-table.js';
import {likenesses, shapes} from './shapes.js';
import {simulateCurves, type Curve} from './simulate-curves.js';
import {simulatePower} from './simulate-power.js';
import {simulateSettling} from './simulate-settling.js';
import {simulateTies, type TieFigures} from './simulate-ties.js';

const percent = (share: number) => (100 * share).toFixed(1);
const {low, high} = likenesses;

/** A part of the simulation: what it is about, and its table for so many repetitions a shape. */
export type Part = {
  readonly title: string;
  readonly run: (repetitions: number, seed: number) => string;
};

/** Parts by name, in the order in which they run. */
export const parts: Readonly<Record<string, Part>> = {
  ...Object.fromEntries([1, 2, 3, 5].map(seeds => [`ties-${seeds}`, tiesOf(seeds)])),
  uneven: {title: 'the same where seeds matter more in some rows than in others (800 pictures, accuracy 0.8), in %', run: uneven},
  alone: {title: 'a row, or two, without the help of a table, in % (means over the shapes, and extremes)', run: alone},
  power: {title: 'how often a row that is better is called so, one of eleven, accuracy 0.8, in %', run: power},
  settling: {title: 'how often a difference is called with as many pictures as whatWouldSettle says, in % (80 wanted)', run: settling},
  curves: {title: 'points above the accuracy on new pictures of the epoch that was best', run: curves},
};

function tiesOf(seeds: number): Part {
  return {
    title: `tables of eleven tied rows, seeds ${seeds}, in %`,
    run(repetitions, seed) {
      const few = shapes.filter(shape => shape.seeds === seeds);
      const found = few.map(shape => simulateTies({...shape, rows: 11, seedFactors: [1]}, repetitions, Random.fromSeed(seed)));
      const lines = found.map((figures, place) => ({
        pictures: few[place]!.pictures,
        accuracy: few[place]!.accuracy,
        likeness: few[place]!.likeness.name,
        'rows covered': percent(figures.rowsCovered),
        'differences covered': percent(figures.differencesCovered),
        'tables called': percent(figures.tablesCalled),
      }));
      return `${figuresTable(lines)}\n\nMeans over these shapes, and extremes:\n${figuresTable([{seeds, ...inWords(found)}])}`;
    },
  };
}

function uneven(repetitions: number, seed: number): string {
  const spreads = {'¼ to 4': [0.25, 1, 4], 'one 27 times the others': [1 / 3, 1 / 3, 1 / 3, 9, ...Array.from({length: 7}, () => 1 / 3)]};
  return figuresTable(Object.entries(spreads).flatMap(([variances, seedFactors]) => [2, 3, 5].flatMap(seeds => [low, high].map(likeness => {
    const table = {seeds, pictures: 800, accuracy: 0.8, likeness, rows: 11, seedFactors};
    const figures = simulateTies(table, repetitions, Random.fromSeed(seed));
    return {
      'seed variances': variances,
      seeds,
      likeness: likeness.name,
      'rows covered': percent(figures.rowsCovered),
      'worst row': percent(figures.worstRowCovered),
      'differences covered': percent(figures.differencesCovered),
      'tables called': percent(figures.tablesCalled),
    };
  }))));
}

function alone(repetitions: number, seed: number): string {
  return figuresTable([2, 3, 5].map(seeds => {
    const few = shapes.filter(shape => shape.seeds === seeds);
    const figures = (rows: number) => few.map(shape => simulateTies({...shape, rows, seedFactors: [1]}, repetitions, Random.fromSeed(seed)));
    const {'rows covered': one} = inWords(figures(1));
    const {'differences covered': difference, 'tables called': called} = inWords(figures(2));
    return {seeds, 'one row covered': one, 'two rows: difference covered': difference, 'two rows: called': called};
  }));
}

/** Means over shapes, with extremes. */
function inWords(figures: readonly TieFigures[]) {
  const told = (of: (one: TieFigures) => number) => {
    const all = figures.map(one => of(one)).filter(share => !Number.isNaN(share));
    const mean = all.reduce((sum, share) => sum + share, 0) / all.length;
    return `${percent(mean)} (${percent(Math.min(...all))} to ${percent(Math.max(...all))})`;
  };

  return {
    'rows covered': told(({rowsCovered}) => rowsCovered),
    'differences covered': told(({differencesCovered}) => differencesCovered),
    'tables called': told(({tablesCalled}) => tablesCalled),
  };
}

function power(repetitions: number, seed: number): string {
  const few = Math.ceil(repetitions / 5);
  return figuresTable([1, 2, 3, 5].flatMap(seeds => [250, 800, 2500].flatMap(pictures => [low, high].map(likeness => {
    const called = (difference: number) => percent(simulatePower({seeds, pictures, accuracy: 0.8, likeness, difference}, few, Random.fromSeed(seed)));
    return {seeds, pictures, likeness: likeness.name, 'better by 2 points': called(0.02), 'by 4 points': called(0.04)};
  }))));
}

function settling(repetitions: number, seed: number): string {
  const tried = [{seeds: 1, difference: 0.02}, {seeds: 1, difference: 0.04}, {seeds: 5, difference: 0.06}];
  return figuresTable(tried.flatMap(({seeds, difference}) => [low, high].map(likeness => {
    const {pictures, called} = simulateSettling({seeds, accuracy: 0.8, difference, likeness}, Math.ceil(repetitions / 2), Random.fromSeed(seed));
    return {seeds, points: 100 * difference, likeness: likeness.name, pictures, called: percent(called)};
  })));
}

function curves(repetitions: number, seed: number): string {
  const few = Math.ceil(repetitions / 10);
  const steady = {epochs: 500, pictures: 251, plateau: 0.8, lasting: 0.5, kept: 0.5, shaking: 0.03};
  const tried: Curve[] = [
    {name: 'head on frozen features', ...steady, lasting: 0.8, kept: 0.9, shaking: 0.01},
    {name: 'from scratch, 500 epochs', ...steady},
    {name: 'from scratch, 100 epochs', ...steady, epochs: 100},
    {name: 'shaking, 100 epochs', ...steady, epochs: 100, shaking: 0.1},
    {name: 'from scratch, 800 pictures', ...steady, epochs: 100, pictures: 800},
  ];
  return figuresTable(tried.map(curve => {
    const {best, crossFitted, error} = simulateCurves(curve, few, Random.fromSeed(seed));
    return {training: curve.name, best: percent(best), 'cross-fitted': (100 * crossFitted).toFixed(2), '± ': (100 * error).toFixed(2)};
  }));
}

