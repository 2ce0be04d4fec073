import type {Buffer} from 'node:buffer';
import test from 'ava';
import Database from 'better-sqlite3';
import {scoreVersion} from '../../src/score/score-version.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

const scoresOf = (inline: Inline) => {
  const db = new Database(`${inline.folder}/runs/ablate.db`);
  const rows = db.prepare('SELECT * FROM scores').all() as Array<Record<string, unknown>>;
  return {db, rows};
};

test('a run is scored as it is done, and again where its scores are gone or of an earlier version, without training', async t => {
  const inline = await Inline.create({'a.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', 'a.yaml')).code, 0);
  const {db, rows} = scoresOf(inline);
  t.is(rows.length, 1);
  const [{last, version}] = rows as [Record<string, unknown>];
  t.is(version, scoreVersion);
  t.is(last, db.prepare('SELECT val_accuracy FROM epochs ORDER BY epoch DESC LIMIT 1').pluck().get());

  for (const change of ['DELETE FROM scores', 'UPDATE scores SET version = 0, last = 2']) {
    db.exec(change);
    t.is((await inline.ablate('board')).code, 0);
    t.deepEqual(db.prepare('SELECT * FROM scores').all(), rows);
  }

  db.exec('DELETE FROM scores');
  t.is((await inline.ablate('query', 'SELECT cross_fitted FROM leaderboard')).code, 0);
  t.is(db.prepare('SELECT count(*) FROM scores').pluck().get(), 1);
  db.close();
});

test('a run whose stored answers are damaged has no scores, and is named', async t => {
  const inline = await Inline.create({'a.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', 'a.yaml')).code, 0);
  const {db} = scoresOf(inline);
  db.exec('DELETE FROM scores; UPDATE epochs SET correct = zeroblob(77) WHERE epoch = 1');
  db.close();
  const {code, stdout, stderr} = await inline.ablate('board');
  t.is(code, 0);
  t.regex(stdout, /^a /mv);
  t.regex(stderr, /^a-0-[\da-f]{8} has no scores: its stored answers are damaged\. `ablate rebuild` /v);
});

test('probabilities that are none leave a run without scores, and no stack', async t => {
  const inline = await Inline.create({'a.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', 'a.yaml')).code, 0);
  const {db} = scoresOf(inline);
  const probabilities = db.prepare('SELECT probabilities FROM predictions WHERE of_epoch = \'last\'').pluck().get() as Buffer;
  probabilities.writeFloatLE(Number.NaN, 8);
  db.prepare('UPDATE predictions SET probabilities = ? WHERE of_epoch = \'last\'').run(probabilities);
  db.exec('DELETE FROM scores');
  db.close();
  for (const command of [['board'], ['show', 'a'], ['run', 'a.yaml']]) {
    const {code, stderr} = await inline.ablate(...command);
    t.is(code, 0, `${command.join(' ')}: ${stderr}`);
  }
});
