import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs, {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {scoreRuns} from '../../src/commands/score-runs.js';
import {scoreVersion} from '../../src/score/score-version.js';
import {openStore} from '../../src/store/open-store.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {type Finished, Inline} from '../run-inline.js';
import {attemptOf} from '../store/fixtures/events.js';
import {cliFile} from '../cli-file.js';

const endless = 'WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)';

/** A folder with two rows that are done. */
async function makeResults(): Promise<Inline> {
  const inline = await Inline.create({});
  const runsFolder = path.join(inline.folder, 'runs');
  const runs = [planRun('first'), planRun('second', {epochs: 5})];
  const store = openStore(runsFolder);
  store.recordPlan(runs);
  for (const [index, run] of runs.entries()) {
    for (const event of attemptOf([0.2, 0.4 + (0.4 * index)])) {
      store.ingest(run.id, event);
    }
  }

  await scoreRuns(store, store.unscoredRuns(scoreVersion));
  store.close();
  return inline;
}

test('rows come as a table, as JSON and as CSV', async t => {
  const inline = await makeResults();
  const sql = 'SELECT name, last, 1.0 / 3 AS third, NULL AS none, x\'00ff\' AS bits, 9007199254740993 AS large, \'a, "b"\' AS name FROM leaderboard ORDER BY last';
  const table = await inline.ablate('query', sql);
  t.is(table.stdout, [
    'name    last     third  none  bits  large             name:1',
    'first    0.4  0.333333        00ff  9007199254740993  a, "b"',
    'second   0.8  0.333333        00ff  9007199254740993  a, "b"',
    '',
  ].join('\n'));
  const json = await inline.ablate('query', sql, '--json');
  t.deepEqual((JSON.parse(json.stdout) as unknown[])[0], {name: 'first', last: 0.4, third: 1 / 3, none: null, bits: '00ff', large: '9007199254740993', 'name:1': 'a, "b"'});
  const csv = await inline.ablate('query', sql, '--csv');
  t.is(csv.stdout.split('\r\n')[1], `first,0.4,${1 / 3},,00ff,9007199254740993,"a, ""b"""`);
  const none = await inline.ablate('query', 'SELECT name FROM leaderboard WHERE 0');
  t.is(none.stdout, 'name\n(no rows)\n');
  t.is((await inline.ablate('query', 'SELECT 1 WHERE 0', '--json')).stdout, '[]\n');
});

test('without a query, tables and their columns are listed; - reads one from standard input', async t => {
  const inline = await makeResults();
  t.regex((await inline.ablate('query')).stdout, /\nleaderboard +view +name, file, parent,/v);
  const child = spawn(process.execPath, [cliFile, 'query', '-'], {cwd: inline.folder});
  child.stdin.end('SELECT count(*) AS runs FROM runs');
  let printed = '';
  child.stdout.on('data', chunk => {
    printed += String(chunk);
  });
  await once(child, 'close');
  t.is(printed, 'runs\n   2\n');
});

test('a query changes nothing, opens no other file and writes none', async t => {
  const inline = await makeResults();
  const file = path.join(inline.folder, 'runs/ablate.db');
  const before = readFileSync(file);
  const filesBefore = filesIn(inline);
  const refused = [
    'DELETE FROM runs',
    'UPDATE runs SET status = \'queued\' RETURNING run_id',
    'INSERT INTO splits SELECT * FROM splits',
    'DROP TABLE epochs',
    'CREATE TEMP TABLE copy AS SELECT * FROM runs',
    `ATTACH '${path.join(inline.folder, 'other.db')}' AS other`,
    `VACUUM INTO '${path.join(inline.folder, 'copy.db')}'`,
    'PRAGMA user_version = 99',
    'PRAGMA journal_mode = DELETE',
    'BEGIN EXCLUSIVE',
    'SELECT load_extension(\'libc.so.6\')',
    'SELECT 1; DELETE FROM runs',
    '',
  ];
  for (const sql of refused) {
    const {code, stderr} = await inline.ablate('query', sql);
    t.is(code, 2, `${sql}`);
    t.regex(stderr, /^SQLite refused the query: [^\n]+\n→ [^\n]+\n$/v, `${sql}`);
  }

  t.deepEqual(readFileSync(file), before);
  t.deepEqual(filesIn(inline), filesBefore);
});

/** But for SQLite's own beside the database. */
function filesIn({folder}: Inline): string[] {
  return (fs.readdirSync(folder, {recursive: true}) as string[]).filter(name => !/-(?:wal|shm)$/v.test(name)).toSorted();
}

test('what SQLite does not understand is told with what may have been meant', async t => {
  const inline = await makeResults();
  t.regex((await inline.ablate('query', 'SELECT lasst FROM leaderboard')).stderr, /no such column: lasst\. Did you mean "last"\?/v);
  t.regex((await inline.ablate('query', 'SELECT * FROM leaderbord')).stderr, /no such table: leaderbord\. Did you mean "leaderboard"\?/v);
  t.regex((await inline.ablate('query', 'SELEC 1')).stderr, /near "SELEC": syntax error/v);
});

test('an endless query is ended when its time is over, and one of endless rows once enough are shown', async t => {
  const inline = await makeResults();
  const late = await inline.ablate('query', `${endless} SELECT count(*) FROM numbers`, '--timeout', '1');
  t.is(late.code, 2);
  t.regex(late.stderr, /^the query was ended after 1 s\n→ Give it more time/v);
  const rows = await inline.ablate('query', `${endless} SELECT n FROM numbers`, '--limit', '2');
  t.is(rows.code, 0);
  t.is(rows.stdout, 'n\n1\n2\n… and more: the first 2 rows are shown; --limit, --csv and --json show more\n');
  // A slow machine wants more time for the first rows.
  let listed: Finished | undefined;
  for (let seconds = 2; !listed?.stdout; seconds *= 4) {
    listed = await inline.ablate('query', `${endless} SELECT n FROM numbers`, '--csv', '--timeout', String(seconds));
    t.is(listed.code, 2);
  }

  t.true(listed.stdout.startsWith('n\r\n1\r\n2\r\n'));
});

test('a query is ended when it takes too much memory, writes no file to sort with, and keeps every column', async t => {
  const inline = await makeResults();
  t.is((await inline.ablate('query', 'SELECT 1', '--timeout', '600h')).stdout, '1\n1\n', 'longer than a timer can be set for');
  const sorted = await inline.ablate('query', `${endless} SELECT randomblob(1000000) AS bytes FROM numbers ORDER BY bytes`, '--timeout', '10m');
  t.is(sorted.code, 2);
  t.regex(sorted.stderr, /^the process of the query ended by SIGKILL\n→ It may have asked for more memory/v);
  const columns = await inline.ablate('query', 'SELECT both.*, both.a FROM (SELECT 1 AS a, 2 AS a) AS both', '--json');
  t.deepEqual(JSON.parse(columns.stdout), [{a: 1, 'a:1': 2, 'a:2': 1}]);
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('a query whose asker was killed ends by itself', async t => {
  const inline = await makeResults();
  const asker = spawn(process.execPath, [cliFile, 'query', `${endless} SELECT count(*) FROM numbers`], {cwd: inline.folder});
  const children = () => readFileSync(`/proc/${asker.pid!}/task/${asker.pid!}/children`, 'utf8').trim();
  while (children() === '') {
    await sleep(50);
  }

  const child = Number(children());
  await sleep(1000);
  asker.kill('SIGKILL');
  while (isAlive(child)) {
    await sleep(50);
  }

  t.pass();
});

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    // It may go between a look for it and one into it.
    return false;
  }
}

test('where there are no results, and where the database is damaged, that is told', async t => {
  const empty = await Inline.create({});
  t.regex((await empty.ablate('query', 'SELECT 1')).stderr, /holds no results/v);
  const inline = await makeResults();
  const file = path.join(inline.folder, 'runs/ablate.db');
  fs.writeFileSync(file, readFileSync(file).fill(7, 8192));
  const {code, stderr} = await inline.ablate('query', 'SELECT * FROM epochs');
  t.is(code, 2);
  t.regex(stderr, /ablate\.db: expected an SQLite database of ablate, got something else or a damaged one/v);
});

test('a reader that is slow gets every row', async t => {
  const inline = await makeResults();
  const sql = 'WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000) SELECT n, hex(zeroblob(40)) AS filling FROM numbers';
  const child = spawn(process.execPath, [cliFile, 'query', '--csv', sql], {cwd: inline.folder});
  const ended = once(child, 'close');
  let printed = '';
  let isFirst = true;
  for await (const part of child.stdout) {
    printed += String(part);
    if (isFirst) {
      // By now all that is between this and the query is full.
      await sleep(2000);
      isFirst = false;
    }
  }

  t.deepEqual(await ended, [0, null]);
  const lines = printed.trimEnd().split('\r\n');
  t.is(lines.length, 100_001);
  t.true(lines.at(-1)!.startsWith('100000,'));
});
