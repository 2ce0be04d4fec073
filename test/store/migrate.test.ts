import path from 'node:path';
import Sqlite from 'better-sqlite3';
import test from 'ava';
import {first} from '../../src/store/migrations/0001-first.js';
import {features} from '../../src/store/migrations/0002-features.js';
import {openStore} from '../../src/store/open-store.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from './fixtures/events.js';
import {makeFolder} from './fixtures/open-temporary.js';

test('a database of an earlier version keeps all that refers to its runs, and columns that it was given meanwhile', t => {
  const folder = makeFolder();
  const run = planRun('row');
  const old = new Sqlite(path.join(folder, 'ablate.db'));
  old.exec(first);
  old.exec(features);
  old.exec('ALTER TABLE runs ADD COLUMN remark TEXT');
  old.exec('PRAGMA user_version = 2');
  old.close();
  const store = openStore(folder);
  store.recordPlan([run]);
  for (const event of attemptOf([0.5, 0.6])) {
    store.ingest(run.id, event);
  }

  store.close();
  const again = new Sqlite(path.join(folder, 'ablate.db'));
  t.is(again.prepare('SELECT count(*) FROM epochs').pluck().get(), 2);
  again.exec('UPDATE runs SET remark = \'kept\'');
  t.deepEqual(again.prepare('SELECT name FROM sqlite_schema WHERE type = \'index\' AND tbl_name = \'runs\' AND sql IS NOT NULL').pluck().all(), ['runs_status']);
  again.close();

  const cancelling = openStore(folder);
  cancelling.ingest(run.id, {seq: 99, at: '2024-01-01T00:00:00.000Z', type: 'ended', status: 'cancelled', seconds: 0});
  t.like(cancelling.runRows()[0], {status: 'cancelled'});
  t.like(cancelling.boardRows()[0], {status: 'cancelled'});
  cancelling.ingest(run.id, {seq: 100, at: '2024-01-01T00:00:00.000Z', type: 'requeued'});
  t.like(cancelling.runRows()[0], {status: 'queued', problem: null});
});

test('runs that are there already survive the change of their table, with their epochs', t => {
  const folder = makeFolder();
  const old = new Sqlite(path.join(folder, 'ablate.db'));
  old.exec(first);
  old.exec(features);
  old.exec(`
    INSERT INTO splits VALUES ('s', 'd', 0, '["glass"]', 1, 1);
    INSERT INTO pictures VALUES ('s', 'validation', 0, 'glass/0.png', 0, '');
    INSERT INTO experiments VALUES ('e', 'row', '', NULL, NULL, '{}', '[]', NULL, 1, '');
    INSERT INTO runs (run_id, fingerprint, seed, split_id, status, queued_at) VALUES ('b', 'fb', 0, 's', 'done', ''), ('a', 'fa', 0, 's', 'failed', '');
    INSERT INTO epochs (run_id, epoch, seconds, correct) VALUES ('b', 1, 1, x'01');
    INSERT INTO experiment_runs VALUES ('e', 0, 'b', 1);
    PRAGMA user_version = 2;
  `);
  old.close();
  const store = openStore(folder);
  t.deepEqual(store.runIds(), ['b', 'a']);
  store.close();
  const now = new Sqlite(path.join(folder, 'ablate.db'), {readonly: true});
  t.is(now.prepare('SELECT count(*) FROM epochs').pluck().get(), 1);
  t.deepEqual(now.pragma('foreign_key_check'), []);
  t.deepEqual(now.prepare('SELECT name, path, right FROM answers').all(), [{name: 'row', path: 'glass/0.png', right: 1}]);
  now.close();
});

test('only runs that are done have scores, of whatever an earlier ablate kept, and however a run leaves that state', t => {
  const folder = makeFolder();
  openStore(folder).close();
  const old = new Sqlite(path.join(folder, 'ablate.db'));
  old.exec(`
    DROP TRIGGER scores_of_done_runs;
    INSERT INTO splits VALUES ('s', 'd', 0, '["glass"]', 1, 1);
    INSERT INTO runs (run_id, fingerprint, seed, split_id, status, queued_at) VALUES ('a', 'fa', 0, 's', 'done', ''), ('b', 'fb', 0, 's', 'failed', '');
    INSERT INTO scores (run_id, version, last, best, best_epoch, cross_fitted, mean_last, protocol, protocol_low, protocol_high, answers)
    SELECT run_id, 1, 1, 1, 1, 1, 1, 1, 1, 1, x'01' FROM runs;
    PRAGMA user_version = 7;
  `);
  old.close();
  const store = openStore(folder);
  t.deepEqual(store.unscoredRuns(1), []);
  t.deepEqual(store.unscoredRuns(2), ['a']);
  store.close();
  const now = new Sqlite(path.join(folder, 'ablate.db'));
  t.deepEqual(now.prepare('SELECT run_id FROM scores').pluck().all(), ['a']);
  now.exec('UPDATE runs SET status = \'queued\'');
  t.deepEqual(now.prepare('SELECT run_id FROM scores').pluck().all(), []);
  now.close();
});
