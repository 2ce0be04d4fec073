import fs from 'node:fs';
import test from 'ava';
import {PlanJournal} from '../../src/protocol/plan-journal.js';
import {openStore} from '../../src/store/open-store.js';
import {makeSplit, planRun} from '../queue/fixtures/plan-run.js';
import {makeFolder, openTemporary} from './fixtures/open-temporary.js';

function rowsOf(runsFolder: string): string[][] {
  return new PlanJournal(runsFolder).read().plans.map(({plan}) => plan.rows.map(({experiment: {name}}) => name));
}

test('a plan is a line of the journal with the rows that are new or changed, and none where nothing is', t => {
  const {store, runsFolder} = openTemporary();
  store.recordPlan([planRun('a'), planRun('b')]);
  store.recordPlan([planRun('a'), planRun('b')]);
  store.recordPlan([planRun('a'), planRun('b', {epochs: 5}), planRun('c', {epochs: 5})]);
  store.recordPlan([planRun('a', {published: 0.5})]);
  store.recordPlan([planRun('b')]);
  t.deepEqual(rowsOf(runsFolder), [['a', 'b'], ['b', 'c'], ['a'], ['b']]);
});

test('other seeds of a row are news, and so is that its pictures are drawn ones', t => {
  const {store, runsFolder} = openTemporary();
  const split = makeSplit();
  store.recordPlan([planRun('a', {split: {...split, synthetic: false}})]);
  store.recordPlan([planRun('a', {seed: 1, seeds: [1], split: {...split, synthetic: false}})]);
  store.recordPlan([planRun('a', {seed: 1, seeds: [1], split})]);
  store.recordPlan([planRun('a', {seed: 1, seeds: [1], split: {...split, synthetic: false}})]);
  const {plans} = new PlanJournal(runsFolder).read();
  t.deepEqual(plans.map(({plan: {rows, splits}}) => [rows[0]!.runs.map(({seed}) => seed), splits.map(({synthetic}) => synthetic)]), [
    [[0], [false]], [[1], []], [[1], [true]],
  ]);
});

test('a line that a killed writer left unfinished is cut off before the next plan', t => {
  const {store, runsFolder} = openTemporary();
  const journal = new PlanJournal(runsFolder);
  store.recordPlan([planRun('a')]);
  fs.appendFileSync(journal.file, `{"at":"2024-05-01T00:00:00.000Z","splits":[${' '.repeat(100_000)}`);
  t.deepEqual(rowsOf(runsFolder), [['a']]);
  store.recordPlan([planRun('b')]);
  t.deepEqual(rowsOf(runsFolder), [['a'], ['b']]);
  t.deepEqual([...journal.read().damaged], []);
});

test('a folder whose plans an earlier ablate did not keep gets the whole of the next one', t => {
  const runsFolder = makeFolder();
  const store = openStore(runsFolder);
  store.recordPlan([planRun('a'), planRun('b')]);
  fs.rmSync(new PlanJournal(runsFolder).file);
  store.recordPlan([planRun('a'), planRun('b')]);
  t.deepEqual(rowsOf(runsFolder), [['a', 'b']]);
});

test('a plan that cannot be written to the journal is not stored either', t => {
  const {store, sql, runsFolder} = openTemporary();
  fs.mkdirSync(new PlanJournal(runsFolder).file);
  t.throws(() => {
    store.recordPlan([planRun('a')]);
  }, {code: 'cannot-write-runs'});
  t.deepEqual(sql.prepare('SELECT * FROM experiments').all(), []);
});

test('a plan that the database refuses at the last moment is taken back from the journal', t => {
  const {store, sql, runsFolder} = openTemporary();
  store.recordPlan([planRun('a')]);
  sql.exec(`
    CREATE TABLE refusals (run TEXT REFERENCES runs (run_id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER refuse AFTER INSERT ON runs BEGIN INSERT INTO refusals VALUES ('no such run'); END;
  `);
  t.throws(() => {
    store.recordPlan([planRun('b', {epochs: 5})]);
  }, {any: true, code: 'SQLITE_CONSTRAINT_FOREIGNKEY'});
  t.deepEqual(rowsOf(runsFolder), [['a']]);
  sql.exec('DROP TRIGGER refuse');
  store.recordPlan([planRun('b', {epochs: 5})]);
  t.deepEqual(rowsOf(runsFolder), [['a'], ['b']]);
});

test('a journal that lost all its lines gets the whole of the next plan', t => {
  const {store, runsFolder} = openTemporary();
  const {file} = new PlanJournal(runsFolder);
  store.recordPlan([planRun('a'), planRun('b')]);
  for (const left of ['', '{"at":']) {
    fs.writeFileSync(file, left);
    store.recordPlan([planRun('a'), planRun('b')]);
    t.deepEqual(rowsOf(runsFolder), [['a', 'b']]);
  }
});
