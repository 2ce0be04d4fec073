import test from 'ava';
import {simulateCurves} from '../../bench/scores/simulate-curves.js';
import {simulateTies} from '../../bench/scores/simulate-ties.js';
import {Random} from '../../src/engine/random.js';

// `npm run simulate` in short. Bounds are several standard errors away from what it finds, and seeds are fixed, so that these tests
// do not fail by chance; docs/scores.md has the figures. Formulas that leave a source of chance out are far outside.
const repetitions = 300;
const scratch = {name: 'scratch', shared: 0.25, own: 0.05, ofSeeds: 0.01};

for (const {seeds, pictures} of [{seeds: 1, pictures: 250}, {seeds: 2, pictures: 800}, {seeds: 3, pictures: 800}]) {
  test(`intervals of ${seeds} seeds on ${pictures} pictures hold the truth, and ties are seldom called`, t => {
    const table = {seeds, pictures, accuracy: 0.8, likeness: scratch, rows: 11, seedFactors: [1]};
    const {rowsCovered, differencesCovered, tablesCalled} = simulateTies(table, repetitions, Random.fromSeed(7));
    // 95 % of 300 tables, were all rows of a table held or missed together, have a standard error of 1.3 points: 4.5 points are 3.6 of them (odds of
    // 1 in 3,000 with another seed), and far more as rows are not. Pictures alone would hold about 67 % with seeds like these.
    t.true(Math.abs(rowsCovered - 0.95) < 0.045, `rows: ${rowsCovered}`);
    t.true(Math.abs(differencesCovered - 0.95) < 0.045, `differences: ${differencesCovered}`);
    // Of 2 to 3 %; 8 % would be a chance of 1 in 10,000 even at 3.5 %, and seeds left out would call most tables.
    t.true(tablesCalled < 0.08, `called: ${tablesCalled}`);
  });
}

test('the best epoch is optimistic by points, the cross-fitted one is not', t => {
  const curve = {name: 'scratch', epochs: 100, pictures: 251, plateau: 0.8, lasting: 0.5, kept: 0.5, shaking: 0.03};
  const {best, crossFitted, error} = simulateCurves(curve, 150, Random.fromSeed(7));
  t.true(best > 0.03, `best: ${best}`);
  // Standard error 0.2 points: six of them.
  t.true(Math.abs(crossFitted) < 0.012, `cross-fitted: ${crossFitted} ± ${error}`);
});
