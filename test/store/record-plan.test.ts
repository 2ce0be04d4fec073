import test from 'ava';
import {makeSplit, planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from './fixtures/events.js';
import {dump, ingestAll, openTemporary} from './fixtures/open-temporary.js';

test('a plan is stored with its experiments, splits and pictures', t => {
  const {store, sql} = openTemporary();
  const runs = [planRun('root'), planRun('leaf', {epochs: 5, parent: 'root', published: 0.8})];
  store.recordPlan(runs);
  t.deepEqual(sql.prepare('SELECT name, parent, changes, published, current FROM experiments ORDER BY name').all(), [
    {name: 'leaf', parent: 'root', changes: '[{"key":"epochs","from":3,"to":5}]', published: '{"validation_score":0.8}', current: 1},
    {name: 'root', parent: null, changes: '[]', published: null, current: 1},
  ]);
  t.like(sql.prepare('SELECT * FROM splits').get(), {dataset: 'drawn-litter', synthetic: 1, classes: '["glass","metal"]', training: 8, validation: 5});
  t.deepEqual(
    sql.prepare('SELECT path, class, digest FROM pictures WHERE subset = \'validation\' ORDER BY position').all(),
    makeSplit().validation.map(({path, classIndex, digest}) => ({path, class: classIndex, digest})),
  );
  t.is(sql.prepare('SELECT count(*) FROM pictures').pluck().get(), 13);
});

test('the same plan again changes nothing, and a finished run keeps its result', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row');
  store.recordPlan([run]);
  ingestAll(store, run.id, attemptOf([0.5, 0.6, 0.7]));
  const before = dump(sql);
  store.recordPlan([run]);
  t.deepEqual(dump(sql), before);
  t.deepEqual([...store.findRuns([run.fingerprint, 'ff'])], [[run.fingerprint, {runId: run.id, status: 'done', epochs: 0}]]);
});

test('two rows of one configuration share one run', t => {
  const {store, sql} = openTemporary();
  const [first, second] = [planRun('first'), planRun('second')];
  store.recordPlan([first, second]);
  t.deepEqual(sql.prepare('SELECT run_id FROM runs').pluck().all(), [first.id]);
  ingestAll(store, first.id, attemptOf([0.5, 0.6, 0.7]));
  t.deepEqual(store.boardRows().map(({name, last, status}) => [name, last, status]), [['first', 0.7, 'done'], ['second', 0.7, 'done']]);
  t.deepEqual(store.runRows().map(({name, run_id: id}) => [name, id]), [['first', first.id], ['second', first.id]]);
});

test('what another host recorded since under another row\'s name keeps that id', t => {
  const {store, sql} = openTemporary();
  const [first, second] = [planRun('first'), planRun('second')];
  store.recordPlan([first]);
  t.deepEqual(store.recordPlan([second]).map(({id}) => id), [first.id]);
  t.true(store.ingest(first.id, attemptOf([0.5])[0]!));
  t.deepEqual(sql.prepare('SELECT run_id FROM runs').pluck().all(), [first.id]);
});

test('a changed file leaves its old result behind as stale, and changed back finds it again', t => {
  const {store, sql} = openTemporary();
  const old = planRun('row', {epochs: 3});
  store.recordPlan([old]);
  ingestAll(store, old.id, attemptOf([0.5, 0.6, 0.7]));
  t.like(store.boardRows()[0], {epochs: 3, last: 0.7, status: 'done', stale: false});

  const changed = planRun('row', {epochs: 1});
  store.recordPlan([changed]);
  t.is(store.boardRows().length, 1);
  t.like(store.boardRows()[0], {epochs: 1, seeds: 0, last: null, status: 'queued', stale: true});
  t.deepEqual(sql.prepare('SELECT current FROM experiments ORDER BY json_extract(config, \'$.epochs\')').pluck().all(), [1, 0]);
  t.deepEqual([...store.finishedNames()], ['row']);
  t.deepEqual(store.runRows().map(row => row.run_id), [changed.id]);

  ingestAll(store, changed.id, attemptOf([0.4]));
  t.like(store.boardRows()[0], {last: 0.4, status: 'done', stale: false});

  store.recordPlan([old]);
  t.like(store.boardRows()[0], {epochs: 3, last: 0.7, status: 'done', stale: false});
});

test('seeds of one configuration add up, and one that was only planned counts while it is planned', t => {
  const {store} = openTemporary();
  const [first, second, third] = [planRun('row'), planRun('row', {seed: 1}), planRun('row', {seed: 2})];
  store.recordPlan([first]);
  ingestAll(store, first.id, attemptOf([0.5]));
  store.recordPlan([second, third]);
  t.like(store.boardRows()[0], {seeds: 1, seeds_planned: 3, status: 'partial'});
  ingestAll(store, second.id, attemptOf([0.7]));
  store.recordPlan([second]);
  t.like(store.boardRows()[0], {seeds: 2, seeds_planned: 2, last: 0.6, status: 'done'});
  t.deepEqual(store.runRows().map(row => row.run_id), [first.id, second.id]);
  t.deepEqual(store.runIds(), [first.id, second.id, third.id]);
});

test('pictures that ablate drew are marked as such, whatever a row called them first', t => {
  const {store} = openTemporary();
  const split = makeSplit();
  store.recordPlan([planRun('by-path', {split: {...split, synthetic: false}}), planRun('by-name', {epochs: 4, split})]);
  t.deepEqual(store.boardRows().map(row => row.synthetic), [true, true]);
});

test('changed pictures leave the old result behind as stale', t => {
  const {store} = openTemporary();
  const old = planRun('row');
  store.recordPlan([old]);
  ingestAll(store, old.id, attemptOf([0.5, 0.6, 0.7]));
  const changed = planRun('row', {split: makeSplit('other pictures')});
  t.not(changed.fingerprint, old.fingerprint);
  store.recordPlan([changed]);
  t.like(store.boardRows()[0], {seeds: 0, seeds_planned: 1, last: null, stale: true});
});

test('a plan that cannot be stored whole is not stored at all', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row');
  const unstorable = {...planRun('other', {epochs: 7}), seed: 0.5};
  t.throws(() => {
    store.recordPlan([run, unstorable]);
  }, {any: true, code: 'SQLITE_CONSTRAINT_DATATYPE'});
  t.deepEqual(dump(sql).experiments, []);
});
