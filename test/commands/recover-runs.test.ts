import test from 'ava';
import {recoverRuns} from '../../src/commands/recover-runs.js';
import {EventLog} from '../../src/protocol/event-log.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {makeFolderSync} from '../../src/files/make-folder.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {openTemporary} from '../store/fixtures/open-temporary.js';

test('a cancelled run that was put back before the database heard of it is queued', t => {
  const {store, runsFolder} = openTemporary();
  const run = planRun('row');
  store.recordPlan([run]);
  const folder = new RunFolder(runsFolder, run.id);
  makeFolderSync(folder.path);
  const log = EventLog.open(folder.events);
  store.ingest(run.id, log.append({type: 'ended', status: 'cancelled', seconds: 0}));
  t.is(store.runRows()[0]!.status, 'cancelled');
  log.append({type: 'requeued'});
  log.close();
  recoverRuns(store, runsFolder);
  t.is(store.runRows()[0]!.status, 'queued');
});
