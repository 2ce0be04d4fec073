import {once} from 'node:events';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import type {RunEvent} from '../../src/domain/run-event.js';
import type {RunOrder, WorkerMessage} from '../../src/protocol/messages.js';
import {Control} from '../chaos/control.js';
import {ownLibrary} from '../chaos/own-library.js';
import {completeLayers} from '../complete-layers.js';
import {canMount, createFolder, pick, startOnSmallDisk, startWorker, tinyOrder} from './tiny-run.js';

const onSmallDisk = canMount() ? test.serial : test.serial.skip;

const isWaiting = (message: WorkerMessage) => message.type === 'waiting';

function eventsOf(messages: readonly WorkerMessage[]): RunEvent[] {
  return messages.flatMap(message => message.type === 'event' ? [message.event] : []);
}

function historyOf(messages: readonly WorkerMessage[]) {
  const events = eventsOf(messages);
  return {
    epochs: pick(events, 'epoch').map(({seconds: _, pictures_per_second: __, at: ___, ...event}) => event),
    predictions: pick(events, 'predictions').map(({at: _, ...event}) => event),
    artifacts: pick(events, 'artifact').map(({at: _, ...event}) => event),
    status: pick(events, 'ended').map(({status}) => status),
  };
}

/** Waits on a disk of a megabyte until there is room, and then ends as a run that always had it. */
async function waitsForRoom(t: ExecutionContext, freeKilobytes: number, toldBefore: ReadonlyArray<RunEvent['type']>): Promise<void> {
  const root = await createFolder(t);
  const unhindered = startWorker(await tinyOrder(root, 'unhindered'));
  await unhindered.exited;
  const order = {...await tinyOrder(root, 'run'), checkpointMinutes: 0};
  const worker = startOnSmallDisk(order, '1m', 1024 - freeKilobytes);
  t.teardown(() => worker.child.kill('SIGKILL'));
  await worker.seen(isWaiting);
  t.deepEqual(eventsOf(worker.messages).map(event => event.type), toldBefore);
  // It stays alive and says so.
  const toldTwice = () => worker.messages.filter(message => isWaiting(message)).length >= 2;
  while (!toldTwice()) {
    await once(worker.child, 'message');
  }

  await rm(path.join(worker.place, 'ballast'));
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  t.deepEqual(historyOf(worker.messages), historyOf(unhindered.messages));
}

onSmallDisk('a full disk is waited for: with the first event', async t => {
  await waitsForRoom(t, 0, []);
});

onSmallDisk('a full disk is waited for: with a checkpoint', async t => {
  await waitsForRoom(t, 40, ['started']);
});

// By a library that refuses the worker room below a folder, where no small disk is full at just that file.
const library = ownLibrary();
const onLibrary = library === undefined ? test.serial.skip : test.serial;

/** Finds no room in `full` as it begins, waits until there is, and then ends as a run that always had it. */
async function waitsForRoomIn(t: ExecutionContext, changes: Partial<ExperimentConfig>, full: (order: RunOrder) => string): Promise<void> {
  const root = await createFolder(t);
  const unhindered = startWorker({...await tinyOrder(root, 'unhindered', changes), cache: path.join(root, 'another')});
  await unhindered.exited;
  const order = await tinyOrder(root, 'run', changes);
  const control = new Control(path.join(root, 'control'));
  t.teardown(() => {
    control.close();
  });
  control.setFull(true);
  const worker = startWorker(order, control.environment(library!, full(order)));
  t.teardown(() => worker.child.kill('SIGKILL'));
  await Promise.race([worker.seen(isWaiting), worker.exited]);
  t.true(worker.messages.some(message => isWaiting(message)), `${worker.printed()}`);
  control.setFull(false);
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  t.deepEqual(historyOf(worker.messages), historyOf(unhindered.messages));
}

onLibrary('a full disk is waited for: with the file of events itself', async t => {
  await waitsForRoomIn(t, {}, ({folder}) => folder);
});

onLibrary('a full disk is waited for: with the lock of features in the cache', async t => {
  const layers = completeLayers([{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}]);
  const changes = {image_size: 32, features: {views: 1}, model: {backbone: {name: 'mobilenet_v2', weights: 'none', trainable: false}, layers}} as const;
  await waitsForRoomIn(t, changes, ({cache}) => cache);
});

onSmallDisk('a stop ends the waiting', async t => {
  const order = {...await tinyOrder(await createFolder(t), 'run'), checkpointMinutes: 0};
  const worker = startOnSmallDisk(order, '1m', 1024 - 40);
  await worker.seen(isWaiting);
  worker.send({type: 'stop'});
  const {signal} = await worker.exited;
  t.is(signal, null);
  t.is(pick(eventsOf(worker.messages), 'ended').at(-1)?.status, 'interrupted');
});

onSmallDisk('so does the death of the host', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  const worker = startOnSmallDisk(order, '1m', 1024);
  await worker.seen(isWaiting);
  await sleep(100);
  worker.child.disconnect();
  t.deepEqual(await once(worker.child, 'exit'), [1, null]);
  t.regex(worker.printed(), /ENOSPC/v);
  t.notRegex(worker.printed(), /^ {4}at /mv);
});
