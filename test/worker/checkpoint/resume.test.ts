import {existsSync} from 'node:fs';
import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {replaceFile} from '../../../src/files/replace-file.js';
import type {Progress, RunOrder} from '../../../src/protocol/messages.js';
import {readEvents as readWholeEvents} from '../../../src/protocol/read-events.js';
import {RunFolder} from '../../../src/protocol/run-folder.js';
import {CheckpointFolder} from '../../../src/worker/checkpoint/checkpoint-folder.js';
import {loadRealEngine} from '../../real-engine.js';
import {createFolder, pick, readEvents, tinyOrder} from '../tiny-run.js';
import {attempt, outcomeOf, remembering} from './runs.js';

test.before(loadRealEngine);

/** `training 2 3`: when the third step of the second epoch is done. */
const at = (place: string) => ({phase, epoch, step}: Progress) => place === `${phase} ${epoch} ${step}`;

// Four steps an epoch, then two of validation.
const places = `
  training 1 1, training 1 3, training 1 4, validating 1 1, training 2 1,
  training 2 2, validating 2 2, training 3 4, validating 4 1, validating 4 2
`.split(',').map(place => place.trim());

test.serial('a run that is stopped in every way at ten places ends as one that never was, to the bit', async t => {
  const root = await createFolder(t);
  const whole = await tinyOrder(root, 'whole', remembering);
  await attempt(whole);
  const expected = await outcomeOf(whole);
  t.is(expected.status, 'done');
  t.is(expected.epochs.length, 4);

  const often = await tinyOrder(root, 'often', remembering);
  for (const [index, place] of places.entries()) {
    await attempt({...often, attempt: index + 1}, {stopAt: at(place)});
    const events = await readEvents(often);
    t.is(pick(events, 'ended').at(-1)!.status, 'interrupted', `at ${place}`);
  }

  await attempt({...often, attempt: places.length + 1});
  t.deepEqual(await outcomeOf(often), expected);
  const resumed = pick(await readEvents(often), 'started').map(event => event.resumed && [event.resumed.epoch, event.resumed.step]);
  t.deepEqual(resumed, [undefined, [1, 1], [1, 3], [1, 4], [1, 4], [2, 1], [2, 2], [2, 4], [3, 4], [4, 4], [4, 4]]);
  t.false(existsSync(RunFolder.at(often.folder).checkpoints));
});

test.serial('a run that ended behind its last epoch has only its model to save', async t => {
  const root = await createFolder(t);
  const whole = await tinyOrder(root, 'whole', remembering);
  await attempt(whole);
  const cut = {...await tinyOrder(root, 'cut', remembering), checkpointMinutes: 0};
  const {last} = RunFolder.at(cut.folder);
  await writeFile(last, 'in the way of the folder');
  await attempt(cut);
  t.is(pick(await readEvents(cut), 'ended').at(-1)!.status, 'failed');
  await rm(last);
  await attempt({...cut, attempt: 2});
  const [, again] = pick(await readEvents(cut), 'started');
  t.is(again!.resumed!.epoch, 5);
  t.deepEqual(await outcomeOf(cut), await outcomeOf(whole));
});

for (const [name, changes] of Object.entries({
  'adam on a cosine, and batches taken in an order of steps': {
    ...remembering,
    steps_per_epoch: 3,
    optimizer: {name: 'adam', learning_rate: 0.003, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7, amsgrad: true},
    schedule: {name: 'cosine', unit: 'steps', warmup: 2, warmup_from: 0.1, alpha: 0},
    loss: {label_smoothing: 0.1},
    class_weight: 'balanced',
  },
  'sgd with momentum': {...remembering, optimizer: {name: 'sgd', learning_rate: 0.01, momentum: 0.9, nesterov: true}},
  'rmsprop, centred': {...remembering, optimizer: {name: 'rmsprop', learning_rate: 0.001, rho: 0.9, momentum: 0.5, epsilon: 1e-7, centered: true}},
} as const)) {
  test.serial(`so it is with ${name}`, async t => {
    const root = await createFolder(t);
    const whole = await tinyOrder(root, 'whole', changes);
    await attempt(whole);
    const cut = await tinyOrder(root, 'cut', changes);
    await attempt(cut, {stopAt: at('training 2 2')});
    await attempt({...cut, attempt: 2}, {stopAt: at('validating 3 1')});
    await attempt({...cut, attempt: 3});
    t.deepEqual(await outcomeOf(cut), await outcomeOf(whole));
  });
}

async function stoppedTwice(root: string): Promise<RunOrder> {
  const order = {...await tinyOrder(root, 'cut', remembering), checkpointMinutes: 0};
  await attempt(order, {stopAt: at('training 2 3')});
  return {...order, attempt: 2};
}

async function damage(order: RunOrder, number: number): Promise<void> {
  const file = RunFolder.at(order.folder).checkpoint(number);
  const bytes = await readFile(file);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(file, bytes);
}

test.serial('of a damaged checkpoint the one before it is taken, and that is told', async t => {
  const root = await createFolder(t);
  const whole = await tinyOrder(root, 'whole', remembering);
  await attempt(whole);
  const order = await stoppedTwice(root);
  const [newest, before, ...others] = await new CheckpointFolder(RunFolder.at(order.folder)).list();
  t.is(before, newest! - 1);
  t.deepEqual(others, []);
  await damage(order, newest!);
  const lines = await attempt(order);
  const [, started] = pick(await readEvents(order), 'started');
  t.deepEqual(started!.notes, [`checkpoint ${newest} is damaged: its checksum does not match, so it goes on from the one before`]);
  t.true(lines.includes(started!.notes![0]!));
  t.is(started!.resumed!.epoch, 2);
  t.deepEqual(await outcomeOf(order), await outcomeOf(whole));
});

test.serial('where both are damaged the run begins anew, and that is told', async t => {
  const root = await createFolder(t);
  const whole = await tinyOrder(root, 'whole', remembering);
  await attempt(whole);
  const order = await stoppedTwice(root);
  const checkpoints = await new CheckpointFolder(RunFolder.at(order.folder)).list();
  for (const number of checkpoints) {
    await damage(order, number);
  }

  await attempt(order);
  const [, started] = pick(await readEvents(order), 'started');
  t.is(started!.resumed, undefined);
  t.regex(started!.notes![0]!, /^checkpoint \d+ is damaged: its checksum does not match, and checkpoint \d+ is damaged: .*, so the run begins anew$/v);
  t.deepEqual(await outcomeOf(order), await outcomeOf(whole));
});

test.serial('a checkpoint whose epochs are missing among the events is not gone on from', async t => {
  const order = await stoppedTwice(await createFolder(t));
  const file = RunFolder.at(order.folder).events;
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^.*"type":"epoch","epoch":1.*$/mv, 'lost'));
  await attempt(order);
  const [, started] = pick(readEventsLeniently(order), 'started');
  t.regex(started!.notes![0]!, /builds on epoch 1, which is missing among the run's events.* so the run begins anew$/v);
  t.is(pick(readEventsLeniently(order), 'epoch').length, 4);
});

function readEventsLeniently({folder}: RunOrder) {
  return readWholeEvents(RunFolder.at(folder).events).events;
}

test.serial('the best model of a checkpoint comes back where a later epoch has replaced it', async t => {
  const root = await createFolder(t);
  const order = await stoppedTwice(root);
  const folder = RunFolder.at(order.folder);
  const weights = path.join(folder.best, 'weights.bin');
  const best = await readFile(weights);
  // Renamed into its place, as a better model is.
  await replaceFile(weights, [new Uint8Array(best.length)]);
  await attempt(order, {stopAt: at('training 2 4')});
  t.deepEqual(await readFile(weights), best);
  const [, started] = pick(await readEvents(order), 'started');
  t.is(started!.notes, undefined);
});

test.serial('what a killed writer left unfinished is taken away', async t => {
  const order = await stoppedTwice(await createFolder(t));
  const {path: folder, best} = RunFolder.at(order.folder);
  const left = [path.join(folder, 'run.json.12-ab.part'), path.join(best, 'weights.bin.12-ab.part'), path.join(best, 'model.json.12-ab.part')];
  for (const file of left) {
    await writeFile(file, 'half');
  }

  await attempt(order);
  t.deepEqual(left.filter(file => existsSync(file)), []);
});

test.serial('on another number of threads it goes on, and says so', async t => {
  const order = await stoppedTwice(await createFolder(t));
  await attempt({...order, threads: 1});
  const [, started] = pick(await readEvents(order), 'started');
  t.deepEqual(started!.notes, ['until epoch 2 it was trained with device CPU (2 threads), now CPU (1 thread); threads 2, now 1: it may end some bits off']);
  t.is(started!.resumed!.epoch, 2);
});
