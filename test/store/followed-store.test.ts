import {mkdtemp, rename} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import Database from 'better-sqlite3';
import type {UserError} from '../../src/errors.js';
import {FollowedStore} from '../../src/store/followed-store.js';
import {openStore} from '../../src/store/open-store.js';
import {replaceDatabase} from '../../src/store/replace-database.js';
import {planRun} from '../queue/fixtures/plan-run.js';

async function makeFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'ablate-test-'));
}

function refusal(followed: FollowedStore): string | undefined {
  try {
    followed.now();
    return undefined;
  } catch (error) {
    return (error as UserError).code;
  }
}

test('a database is followed from before it is made, through changes, to another one in its place', async t => {
  const folder = await makeFolder();
  const followed = new FollowedStore(folder);
  t.is(followed.now(), undefined);

  const store = openStore(folder);
  const first = followed.now()!;
  t.deepEqual(first.store.runIds(), []);
  t.is(followed.now()!.mark, first.mark, 'nothing has changed');
  store.recordPlan([planRun('one')]);
  const second = followed.now()!;
  t.not(second.mark, first.mark);
  t.is(second.store.runIds().length, 1);
  store.close();

  const elsewhere = await makeFolder();
  const other = openStore(elsewhere);
  other.recordPlan([planRun('two'), planRun('three', {epochs: 4})]);
  other.close();
  replaceDatabase(path.join(elsewhere, 'ablate.db'), path.join(folder, 'ablate.db'));
  const third = followed.now()!;
  t.false([first.mark, second.mark].includes(third.mark));
  t.is(third.store.runIds().length, 2);
  followed.close();
});

test('one that a newer ablate takes over while it is open is said to be newer', async t => {
  const folder = await makeFolder();
  openStore(folder).close();
  const followed = new FollowedStore(folder);
  t.truthy(followed.now());
  const newer = new Database(path.join(folder, 'ablate.db'));
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  t.is(refusal(followed), 'newer-database');
  t.is(refusal(followed), 'newer-database', 'and goes on being said');
});

test('one that is lost while it is open is said to be lost', async t => {
  const folder = await makeFolder();
  const store = openStore(folder);
  store.recordPlan([planRun('one')]);
  store.close();
  const followed = new FollowedStore(folder);
  t.truthy(followed.now());
  await rename(path.join(folder, 'ablate.db'), path.join(folder, 'away.db'));
  t.is(refusal(followed), 'lost-database');
  await rename(path.join(folder, 'away.db'), path.join(folder, 'ablate.db'));
  t.is(followed.now()!.store.runIds().length, 1);
});
