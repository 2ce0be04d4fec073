import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import Sqlite from 'better-sqlite3';
import {UserError} from '../../src/errors.js';
import {knownVersion} from '../../src/store/migrate.js';
import {openStore} from '../../src/store/open-store.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {makeFolder, openTemporary} from './fixtures/open-temporary.js';

const togetherOpener = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/open-together.js');
const opener = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/open-as-nobody.js');

test('a missing folder and database are made', t => {
  const runsFolder = path.join(makeFolder(), 'deep', 'runs');
  const store = openStore(runsFolder);
  t.deepEqual(store.boardRows(), []);
  t.deepEqual(store.runRows(), []);
  const sql = new Sqlite(path.join(runsFolder, 'ablate.db'));
  t.is(sql.pragma('journal_mode', {simple: true}), 'wal');
  t.is(sql.pragma('user_version', {simple: true}), knownVersion);
  const lax = sql.prepare('SELECT name FROM pragma_table_list WHERE schema = \'main\' AND type = \'table\' AND strict = 0 AND name NOT LIKE \'sqlite_%\'');
  t.deepEqual(lax.all(), []);
});

test('an empty file becomes a database, also when it is opened for reading', t => {
  const runsFolder = makeFolder();
  fs.writeFileSync(path.join(runsFolder, 'ablate.db'), '');
  t.deepEqual(openStore(runsFolder, {readonly: true}).boardRows(), []);
});

test('a store that is opened for reading shows what another writes, and writes nothing', t => {
  const {store, runsFolder} = openTemporary();
  const reader = openStore(runsFolder, {readonly: true});
  store.recordPlan([planRun('row')]);
  t.deepEqual(reader.runRows().map(({name}) => name), ['row']);
  t.throws(() => {
    reader.recordPlan([planRun('other')]);
  }, {instanceOf: UserError, code: 'cannot-write-runs'});
});

test('reading where nothing was trained is explained', t => {
  const runsFolder = path.join(makeFolder(), 'runs');
  t.throws(() => openStore(runsFolder, {readonly: true}), {instanceOf: UserError, code: 'no-results'});
  t.false(fs.existsSync(runsFolder));
});

test('the database of a newer ablate is refused and left as it was', t => {
  const {store, sql, runsFolder} = openTemporary();
  store.close();
  sql.pragma(`user_version = ${knownVersion + 1}`);
  const error = t.throws(() => openStore(runsFolder), {instanceOf: UserError, code: 'newer-database'});
  t.regex(error.message, new RegExp(`its version is ${knownVersion + 1}, this ablate knows ${knownVersion}`, 'v'));
  t.throws(() => openStore(runsFolder, {readonly: true}), {code: 'newer-database'});
  t.is(sql.pragma('user_version', {simple: true}), knownVersion + 1);
});

test('a file that is no database is refused and left as it was', t => {
  const runsFolder = makeFolder();
  const file = path.join(runsFolder, 'ablate.db');
  const content = 'epoch,loss\n1,0.5\n'.repeat(100);
  fs.writeFileSync(file, content);
  t.throws(() => openStore(runsFolder), {instanceOf: UserError, code: 'not-a-database'});
  t.throws(() => openStore(runsFolder, {readonly: true}), {instanceOf: UserError, code: 'not-a-database'});
  t.is(fs.readFileSync(file, 'utf8'), content);
});

test('a runs folder that is a file is explained', t => {
  const runsFolder = path.join(makeFolder(), 'runs');
  fs.writeFileSync(runsFolder, '');
  t.throws(() => openStore(runsFolder), {instanceOf: UserError, code: 'cannot-write-runs'});
});

test('a folder without permission to write is explained', t => {
  const runsFolder = makeFolder();
  fs.chmodSync(runsFolder, 0o555);
  const nobody = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {};
  t.is(execFileSync(process.execPath, [opener, runsFolder], {...nobody, encoding: 'utf8'}), 'cannot-write-runs');
});

test('processes that make a database at the same instant all get it', async t => {
  const folder = makeFolder();
  const start = String(Date.now() + 1500);
  const open = async () => {
    const {stdout} = spawn(process.execPath, [togetherOpener, folder, start, '20'], {stdio: ['ignore', 'pipe', 'inherit']});
    return text(stdout);
  };

  t.deepEqual(await Promise.all([open(), open(), open(), open()]), ['', '', '', '']);
});
