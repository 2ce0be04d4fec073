import path from 'node:path';
import test from 'ava';
import {findRows} from '../../src/commands/board/find-rows.js';
import {liveRunRows} from '../../src/commands/live-run-rows.js';
import {LeaseBook} from '../../src/queue/lease-book.js';
import {QueueDatabase} from '../../src/queue/queue-database.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from '../store/fixtures/events.js';
import {openTemporary} from '../store/fixtures/open-temporary.js';

test('a run counts as running as long as somebody has it, and as queued between its attempts', t => {
  const {store, runsFolder} = openTemporary();
  const [failed, running] = [planRun('failed'), planRun('running', {epochs: 5})];
  store.recordPlan([failed, running]);
  const [started, epoch] = attemptOf([0.5]);
  for (const event of [started!, epoch!, {seq: 2, at: started!.at, type: 'ended', status: 'failed', seconds: 1, problem: {code: 'worker-killed', message: 'killed'}} as const]) {
    store.ingest(failed.id, event);
  }

  store.ingest(running.id, started!);
  const statuses = () => liveRunRows(store, runsFolder).map(({status, problem}) => [status, problem === null ? '' : problem.slice(0, 6)]);
  t.deepEqual(statuses(), [['failed', 'killed'], ['interrupted', 'ablate']]);

  const book = new LeaseBook(QueueDatabase.open(runsFolder));
  book.take(failed.id);
  book.take(running.id);
  t.deepEqual(statuses(), [['queued', 'killed'], ['running', '']]);
});

test('the leaderboard says running of a row as long as somebody has one of its runs, and then what its runs are', async t => {
  const {store, runsFolder} = openTemporary();
  const {experiment} = planRun('row', {epochs: 1});
  const [done, left] = [0, 1].map(seed => ({...planRun('row', {seed, epochs: 1}), experiment}));
  const alone = planRun('alone', {epochs: 2});
  store.recordPlan([done!, left!, alone]);
  for (const event of attemptOf([0.5])) {
    store.ingest(done!.id, event);
  }

  for (const run of [left!, alone]) {
    store.ingest(run.id, attemptOf([0.5])[0]!);
  }

  const places = {cwd: runsFolder, runs: runsFolder, cache: path.join(runsFolder, 'cache'), env: {}};
  const statuses = async () => {
    const {rows} = await findRows({paths: [], allProtocols: false}, places, store);
    return Object.fromEntries(rows.map(({name, status}) => [name, status]));
  };

  t.deepEqual(await statuses(), {row: 'partial', alone: 'interrupted'});
  const book = new LeaseBook(QueueDatabase.open(runsFolder));
  book.take(left!.id);
  book.take(alone.id);
  t.deepEqual(await statuses(), {row: 'running', alone: 'running'});
});
