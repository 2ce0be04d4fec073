import test from 'ava';
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
