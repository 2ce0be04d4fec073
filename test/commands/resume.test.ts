import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import Database from 'better-sqlite3';
import {Control} from '../chaos/control.js';
import {ownLibrary} from '../chaos/own-library.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

test('a row that was stopped, and whose host was killed, goes on, and its record is that of one that never was', async t => {
  // Dropout, nadam and a plateau remember something.
  const text = tinyExperiment
    .replace('epochs: 3', 'epochs: 300')
    .replace('    - flatten\n', '    - flatten\n    - dropout: 0.3\n')
    .replace('{name: adam, learning_rate: 0.01}', '{name: nadam, learning_rate: 0.001}\nschedule: {name: plateau, monitor: val_loss}');
  const whole = await Inline.create({'long.yaml': text});
  const often = await Inline.create({'long.yaml': text});
  await makePhotos(whole.folder);
  await makePhotos(often.folder);
  t.is((await whole.ablate('run', '.')).code, 0);
  for (const [index, signal] of (['SIGKILL', 'SIGINT'] as const).entries()) {
    const running = often.start('run', '.', '--checkpoint-minutes', '0');
    await waitForEpoch(often, index + 1);
    running.kill(signal);
    await running.finished;
  }

  const [planned] = JSON.parse((await often.ablate('plan', '.', '--json')).stdout) as Array<{state: string; epochs_done: number}>;
  t.is(planned!.state, 'again');
  t.true(planned!.epochs_done > 0);
  t.regex((await often.ablate('plan', '.')).stdout, /to go on with behind epoch \d/v);
  const {code, stdout} = await often.ablate('run', '.');
  t.is(code, 0);
  t.regex(stdout, /long seed 0: goes on in epoch \d+/v);
  for (const columns of [
    'epoch, loss, accuracy, val_loss, val_accuracy, learning_rate, hex(correct) from epochs order by epoch',
    'of_epoch, epoch, hex(probabilities) from predictions',
    'kind, path, bytes, sha256 from artifacts',
  ]) {
    t.deepEqual(often.query(`select ${columns}`), whole.query(`select ${columns}`), `differs: ${columns}`);
  }

  const [run] = often.query('select * from runs');
  t.like(run, {status: 'done', attempts: 3, notes: null});
  t.true((run as {resumed_epoch: number}).resumed_epoch > 1);
});

test('checkpoints of a run that is done are taken away, where host and worker were killed before they came to it', async t => {
  const inline = await Inline.create({'row.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', '.')).code, 0);
  const [{id}] = inline.query('select run_id as id from runs') as [{id: string}];
  const left = path.join(inline.folder, 'runs', id, 'checkpoint');
  mkdirSync(left);
  writeFileSync(path.join(left, '7.ckpt'), 'left');
  t.is((await inline.ablate('run', '.')).code, 0);
  t.false(existsSync(left));
});

test('a run that was done in an attempt that began behind a failure and never came into the database is taken in', async t => {
  const inline = await Inline.create({'row.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', '.')).code, 0);
  const [{id}] = inline.query('select run_id as id from runs') as [{id: string}];
  const file = path.join(inline.folder, 'runs', id, 'events.jsonl');
  const [started, ...others] = readFileSync(file, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as object);
  const killed = {type: 'ended', at: '2026-01-01T00:00:00.000Z', status: 'failed', seconds: 1, problem: {code: 'worker-killed', message: 'killed'}};
  const events = [started, killed, {...started, attempt: 2}, ...others].map((event, seq) => JSON.stringify({...event, seq}));
  writeFileSync(file, `${events.join('\n')}\n`);
  const database = new Database(path.join(inline.folder, 'runs/ablate.db'));
  database.exec('UPDATE runs SET status = \'failed\', problem_code = \'worker-killed\', attempts = 1, events_ingested = 2; DELETE FROM epochs');
  database.close();
  const {code, stderr} = await inline.ablate('run', '.');
  t.is(code, 0, `${stderr}`);
  t.deepEqual(inline.query('select status, attempts, problem_code, (select count(*) from epochs) as epochs from runs'), [{status: 'done', attempts: 2, problem_code: null, epochs: 3}]);
});

const library = ownLibrary();
const onLibrary = library === undefined ? test.skip : test;

onLibrary('a full disk is told in words where runs of a host that died are to be put right', async t => {
  const inline = await Inline.create({'row.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', '.')).code, 0);
  const [{id}] = inline.query('select run_id as id from runs') as [{id: string}];
  const runs = path.join(inline.folder, 'runs');
  const file = path.join(runs, id, 'events.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*"type":"ended".*\n/mv, ''));
  const database = new Database(path.join(runs, 'ablate.db'));
  database.exec('UPDATE runs SET status = \'running\'');
  database.close();
  const control = new Control(path.join(inline.folder, 'control'));
  t.teardown(() => {
    control.close();
  });
  control.setFull(true);
  for (const full of [path.join(runs, 'queue.db'), file]) {
    const {code, stderr} = await inline.with(control.environment(library!, full)).ablate('run', '.');
    t.is(code, 2, `${stderr}`);
    t.regex(stderr, /cannot be (?:(?:read|opened) or )?written .*\n→ Check/v);
  }

  control.setFull(false);
  t.is((await inline.ablate('run', '.')).code, 0);
});

/** Waits until this attempt has completed an epoch. */
async function waitForEpoch(inline: Inline, attempt: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (readEvents(inline).split('"type":"started"')[attempt]?.includes('"type":"epoch"')) {
      return;
    }

    await sleep(100);
  }

  throw new Error(`attempt ${attempt} never finished an epoch`);
}

function readEvents(inline: Inline): string {
  const runs = path.join(inline.folder, 'runs');
  try {
    const run = readdirSync(runs).find(name => name.startsWith('long'))!;
    return readFileSync(path.join(runs, run, 'events.jsonl'), 'utf8');
  } catch {
    return '';
  }
}
