import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import test from 'ava';
import {FolderHold} from '../../src/queue/folder-hold.js';
import {heldRuns} from '../../src/queue/held-runs.js';
import {identifyProcess} from '../../src/queue/identify-process.js';
import {folderLeases, type Lease, readLeases, writeLease} from '../../src/queue/lease.js';
import {QueueDatabase} from '../../src/queue/queue-database.js';
import {thisMachine} from '../../src/queue/this-machine.js';
import {makeFolder} from './fixtures/sweep.js';

const foreign: Lease = {runId: folderLeases.host('x'), token: 'theirs', machine: 'elsewhere/1/2', host: {pid: 1, started: 'then'}, beat: 0};
const dead: Lease = {...foreign, runId: folderLeases.host('dead'), token: 'dead', machine: thisMachine(), host: {pid: 1, started: 'never'}};

function write(runsFolder: string, lease: Lease): void {
  const database = QueueDatabase.open(runsFolder);
  database.transact(db => {
    writeLease(db, lease);
  });
  database.close();
}

function namesIn(runsFolder: string): string[] {
  const database = QueueDatabase.open(runsFolder);
  const names = database.read(db => readLeases(db)).map(({runId}) => runId);
  database.close();
  return names;
}

test('any number of hosts share a folder, and nobody has it alone beside them', async t => {
  const runsFolder = makeFolder();
  const hosts = [await FolderHold.share(runsFolder), await FolderHold.share(runsFolder)];
  await t.throwsAsync(FolderHold.takeAlone(runsFolder), {code: 'runs-in-use'});
  hosts[0]!.release();
  await t.throwsAsync(FolderHold.takeAlone(runsFolder), {code: 'runs-in-use'});
  hosts[1]!.release();
  const alone = await FolderHold.takeAlone(runsFolder);
  await t.throwsAsync(FolderHold.takeAlone(runsFolder), {code: 'runs-in-use'});
  alone.release();
  t.deepEqual(namesIn(runsFolder), []);
});

test('a host waits for whoever has the folder alone, and a hold is no run', async t => {
  const runsFolder = makeFolder();
  const alone = await FolderHold.takeAlone(runsFolder);
  const waits: string[] = [];
  let hasEntered = false;
  const sharing = FolderHold.share(runsFolder, {onWait(holder) {
    waits.push(holder);
  }}).then(hold => {
    hasEntered = true;
    return hold;
  });
  await wait(600);
  t.is(waits.length, 1);
  t.false(hasEntered);
  alone.release();
  const hold = await sharing;
  t.is(namesIn(runsFolder).length, 1);
  t.is(heldRuns(runsFolder).size, 0);
  hold.release();
});

test('a dead host holds nothing, and one of another machine only while it shows life', async t => {
  const runsFolder = makeFolder();
  write(runsFolder, dead);
  write(runsFolder, {...dead, runId: 'done-0', token: 'left'});
  write(runsFolder, {...foreign, runId: 'far-0', token: 'far'});
  const host = await FolderHold.share(runsFolder);
  t.false(namesIn(runsFolder).includes(dead.runId), 'what it left is taken away');
  t.false(namesIn(runsFolder).includes('done-0'), 'its runs too');
  host.release();
  write(runsFolder, foreign);
  const waits: string[] = [];
  const alone = await FolderHold.takeAlone(runsFolder, {expiryMs: 300, onWait(holder) {
    waits.push(holder);
  }});
  t.deepEqual(waits, ['another ablate (process 1 on elsewhere)']);
  t.deepEqual(namesIn(runsFolder).toSorted(), [folderLeases.alone, 'far-0']);
  alone.release();

  write(runsFolder, foreign);
  const refused = FolderHold.takeAlone(runsFolder, {expiryMs: 60_000});
  await wait(100);
  write(runsFolder, {...foreign, beat: 1});
  await t.throwsAsync(refused, {code: 'runs-in-use'});
});

test('who waits for the folder writes nothing meanwhile', async t => {
  const runsFolder = makeFolder();
  const alone = {...foreign, runId: folderLeases.alone, machine: thisMachine(), host: identifyProcess(process.pid)!};
  write(runsFolder, alone);
  const sql = new Sqlite(path.join(runsFolder, 'queue.db'));
  const version = () => sql.pragma('data_version', {simple: true});
  const before = version();
  const seen: unknown[] = [];
  const sharing = FolderHold.share(runsFolder, {onWait() {
    seen.push(version());
  }});
  await wait(600);
  t.deepEqual([...seen, version()], [before, before]);
  sql.exec('DELETE FROM leases');
  sql.close();
  const hold = await sharing;
  hold.release();
});

test('nobody has the folder alone beside a host whose queue.db was lost', async t => {
  const runsFolder = makeFolder();
  const host = await FolderHold.share(runsFolder);
  fs.rmSync(path.join(runsFolder, 'queue.db'));
  await t.throwsAsync(FolderHold.takeAlone(runsFolder), {code: 'runs-in-use'});
  fs.writeFileSync(path.join(runsFolder, 'queue.db'), 'no database'.repeat(1000));
  await t.throwsAsync(FolderHold.takeAlone(runsFolder), {code: 'runs-in-use'});
  host.release();
});

test('a hold that another process took meanwhile is known to be lost', async t => {
  const runsFolder = makeFolder();
  const hold = await FolderHold.takeAlone(runsFolder);
  t.notThrows(() => {
    hold.ensureMine();
  });
  write(runsFolder, {...foreign, runId: folderLeases.alone});
  t.throws(() => {
    hold.ensureMine();
  }, {code: 'runs-in-use', message: /process 1 on elsewhere/v});
  hold.release();
});
