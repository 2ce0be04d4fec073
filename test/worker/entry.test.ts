import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import type {Environment} from '../../src/domain/run-event.js';
import type {WorkerMessage} from '../../src/protocol/messages.js';
import {completeLayers} from '../complete-layers.js';
import {noAugment} from '../no-augment.js';
import {createFolder, forkWorker, pick, readEvents, startWorker, tinyOrder} from './tiny-run.js';

const isEpoch = (epoch: number) => (message: WorkerMessage) => message.type === 'event' && message.event.type === 'epoch' && message.event.epoch === epoch;

test.serial('a run goes from started to done, and its folder holds all that it told', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  const worker = startWorker(order);
  t.deepEqual(await worker.exited, {code: 0, signal: null});

  const events = await readEvents(order);
  t.deepEqual(events.map(event => event.type), ['started', 'epoch', 'epoch', 'epoch', 'artifact', 'predictions', 'artifact', 'predictions', 'ended']);
  t.deepEqual(events.map(event => event.seq), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  t.deepEqual(worker.messages.flatMap(message => message.type === 'event' ? [message.event] : []), events);

  const [started] = pick(events, 'started');
  t.is(started!.attempt, 1);
  t.is(started!.environment.engine, `tensorflow ${order.engine.version}`);
  t.is(started!.environment.device, 'CPU (2 threads)');
  t.is(started!.environment.node, process.versions.node);
  t.deepEqual(JSON.parse(await readFile(path.join(order.folder, 'environment.json'), 'utf8')) as Environment, started!.environment);

  const [ended] = pick(events, 'ended');
  t.is(ended!.status, 'done');
  t.is(ended!.problem, undefined);
  t.true(ended!.seconds > 0);
  // TensorFlow alone is more than 100 MB; a wrong unit would be a thousand times off.
  t.true(ended!.peak_memory_bytes! > 100e6 && ended!.peak_memory_bytes! < 20e9);
  t.regex(worker.printed(), /^epoch 3\/3 {2}loss \d\.\d{4} /mv);
});

test.serial('what a run leaves are the models and answers of its last and of its best epoch', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {epochs: 5});
  await startWorker(order).exited;
  const events = await readEvents(order);
  const epochs = pick(events, 'epoch');
  const best = epochs.find(epoch => epoch.val_accuracy === Math.max(...epochs.map(each => each.val_accuracy)))!;
  for (const [name, epoch] of [['last', epochs.at(-1)!], ['best', best]] as const) {
    const artifact = pick(events, 'artifact').find(event => event.kind === `model-${name}`)!;
    t.is(artifact.path, `${name}/model.json`);
    const weights = await readFile(path.join(order.folder, name, 'weights.bin'));
    t.is(artifact.bytes, weights.length);
    t.is(artifact.sha256, createHash('sha256').update(weights).digest('hex'));

    const predictions = pick(events, 'predictions').find(event => event.of === name)!;
    t.is(predictions.epoch, epoch.epoch);
    const bytes = Buffer.from(predictions.probabilities, 'base64');
    t.is(bytes.length, 6 * 2 * 4);
    const probabilities = Array.from({length: 12}, (_, index) => bytes.readFloatLE(index * 4));
    const isRight = (classIndex: number, index: number) => classIndex === (probabilities[index * 2]! >= probabilities[(index * 2) + 1]! ? 0 : 1);
    const right = order.split.validation.filter((picture, index) => isRight(picture.classIndex, index));
    t.is(right.length / 6, epoch.val_accuracy);
  }

  const left = await readdir(order.folder);
  t.deepEqual(left.toSorted(), ['best', 'environment.json', 'events.jsonl', 'last']);
});

test.serial('two processes with the same seed give the same history and answers to the last bit', async t => {
  const root = await createFolder(t);
  const orders = [await tinyOrder(root, 'one'), await tinyOrder(root, 'two'), {...await tinyOrder(root, 'three'), seed: 6}];
  await Promise.all(orders.map(async order => startWorker(order).exited));
  const [one, two, three] = await Promise.all(orders.map(async order => {
    const events = await readEvents(order);
    t.is(pick(events, 'ended')[0]?.status, 'done');
    return {
      epochs: pick(events, 'epoch').map(({seconds: _, pictures_per_second: __, at: ___, ...event}) => event),
      predictions: pick(events, 'predictions').map(event => event.probabilities),
      models: pick(events, 'artifact').map(event => event.sha256),
    };
  }));
  t.is(one!.epochs.length, 3);
  t.deepEqual(two, one);
  t.notDeepEqual(three!.epochs, one!.epochs);
});

test.serial('progress is told in every phase, a few times a second at most', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {epochs: 30});
  const worker = startWorker(order);
  await worker.exited;
  const told = worker.messages.flatMap(message => message.type === 'progress' ? [message.progress] : []);
  t.deepEqual([...new Set(told.map(progress => progress.phase))], ['loading', 'decoding', 'training', 'validating']);
  t.true(told.every(({epoch, epochs, step, steps}) => epoch >= 1 && epoch <= epochs && step >= 1 && step <= steps && epochs === 30));
  t.is(told.find(progress => progress.epoch === 1)!.valAccuracy, undefined);
  const changes = told.filter((progress, index) => progress.phase !== told[index - 1]?.phase).length;
  const [ended] = pick(await readEvents(order), 'ended');
  t.true(told.length <= changes + (ended!.seconds * 4) + 1, `${told.length} in ${ended!.seconds} s, ${changes} changes of phase`);
});

test.serial('stop ends the run as interrupted after the step in hand, and the process with 0', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {epochs: 100_000});
  const worker = startWorker(order);
  await worker.seen(isEpoch(2));
  worker.send({type: 'stop'});
  // Read once the message is on its way: what is trained in between counts as before it.
  const before = readFileSync(path.join(order.folder, 'events.jsonl'), 'utf8').split('"type":"epoch"').length - 1;
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  const events = await readEvents(order);
  const after = pick(events, 'epoch').length - before;
  t.true(after <= 1, `${after} epochs after the stop`);
  t.is(events.at(-1)!.type, 'ended');
  t.is(pick(events, 'ended')[0]!.status, 'interrupted');
  t.deepEqual(worker.messages.at(-1), {type: 'event', event: events.at(-1)!});
});

test.serial('a stop that comes before the first step ends the run too', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  const worker = startWorker(order);
  worker.send({type: 'stop'});
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  const events = await readEvents(order);
  t.deepEqual(events.map(event => event.type), ['started', 'ended']);
  t.is(pick(events, 'ended')[0]!.status, 'interrupted');
});

test.serial('SIGTERM stops as well; SIGINT and SIGHUP are left to the host', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {epochs: 100_000});
  const worker = startWorker(order);
  await worker.seen(isEpoch(1));
  worker.child.kill('SIGINT');
  worker.child.kill('SIGHUP');
  await worker.seen(isEpoch(20));
  worker.child.kill('SIGTERM');
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  t.is(pick(await readEvents(order), 'ended')[0]!.status, 'interrupted');
});

test.serial('a worker whose host is gone stops and records it', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {epochs: 100_000});
  const worker = startWorker(order);
  await worker.seen(isEpoch(1));
  worker.child.disconnect();
  // Node emits no `close` after the parent's own disconnection.
  t.deepEqual(await once(worker.child, 'exit'), [0, null]);
  t.is(pick(await readEvents(order), 'ended')[0]!.status, 'interrupted');
});

test.serial('after kill -9 the record is whole, and the next attempt goes on in the same file', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {epochs: 100_000});
  const worker = startWorker(order);
  await worker.seen(isEpoch(3));
  worker.child.kill('SIGKILL');
  t.deepEqual(await worker.exited, {code: null, signal: 'SIGKILL'});
  const killed = await readEvents(order);
  t.true(pick(killed, 'epoch').length >= 3);
  t.is(pick(killed, 'ended').length, 0);
  t.true(existsSync(path.join(order.folder, 'best', 'model.json')));

  // As if the power had failed amid a line.
  const file = path.join(order.folder, 'events.jsonl');
  await writeFile(file, '{"seq":', {flag: 'a'});
  const again = await tinyOrder(path.dirname(order.folder), 'run', {epochs: 2});
  t.deepEqual(await startWorker({...again, attempt: 2}).exited, {code: 0, signal: null});
  const events = await readEvents(order);
  t.deepEqual(events.map(event => event.seq), [...events.keys()]);
  t.deepEqual(pick(events, 'started').map(event => event.attempt), [1, 2]);
  t.deepEqual(events.slice(0, killed.length), killed);
  t.is(pick(events, 'ended')[0]!.status, 'done');
});

test.serial('a loss that is not a number is a failed run, with what to do', async t => {
  const order = await tinyOrder(await createFolder(t), 'run', {optimizer: {name: 'sgd', learning_rate: 1e30, momentum: 0, nesterov: false}});
  t.deepEqual(await startWorker(order).exited, {code: 0, signal: null});
  const [ended] = pick(await readEvents(order), 'ended');
  t.is(ended!.status, 'failed');
  t.is(ended!.problem!.code, 'loss-not-finite');
  t.regex(ended!.problem!.message, /step \d of epoch 1/v);
  t.regex(ended!.problem!.hint!, /learning_rate/v);
});

test.serial('a picture that cannot be read is a failed run before any training', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  await writeFile(path.join(order.split.root, order.split.training[0]!.path), 'no picture');
  t.deepEqual(await startWorker(order).exited, {code: 0, signal: null});
  const events = await readEvents(order);
  t.deepEqual(events.map(event => event.type), ['started', 'ended']);
  const [ended] = pick(events, 'ended');
  t.is(ended!.status, 'failed');
  t.true(ended!.problem!.message.includes(order.split.training[0]!.path));
});

test.serial('memory that cannot be had is told as such', async t => {
  // The first layer's output: 18 · 512 · 512 · 65536 · 4 bytes are 1.2 TB.
  const order = await tinyOrder(await createFolder(t), 'run', {
    image_size: 512,
    batch_size: 18,
    augment: noAugment,
    model: {
      layers: completeLayers([
        {dense: {units: 65_536, activation: 'relu'}},
        {global_average_pooling2d: {}},
        {dense: {units: 'classes', activation: 'softmax'}},
      ]),
    },
  });
  // oneDNN's allocator would wait ten seconds for memory to come free.
  const worker = startWorker(order, {TF_ENABLE_ONEDNN_OPTS: '0'});
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  const [ended] = pick(await readEvents(order), 'ended');
  t.is(ended!.status, 'out-of-memory');
  t.regex(ended!.problem!.hint!, /batch_size/v);
});

test.serial('a bug in ablate is a failed run, its stack in what the worker prints', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  const worker = startWorker({...order, experiment: {...order.experiment, config: {...order.experiment.config, model: {layers: [{flatten: {}}]}}}});
  t.deepEqual(await worker.exited, {code: 0, signal: null});
  const [ended] = pick(await readEvents(order), 'ended');
  t.is(ended!.status, 'failed');
  t.is(ended!.problem!.code, 'internal');
  t.regex(worker.printed(), /^ {4}at .*logits-of\./mv);
});

test.serial('a folder that cannot be written ends the process with 70', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  const worker = startWorker({...order, folder: path.join(order.folder, 'missing')});
  t.deepEqual(await worker.exited, {code: 70, signal: null});
  t.regex(worker.printed(), /ENOENT/v);
});

test.serial('a worker that never gets an order ends with its host', async t => {
  const order = await tinyOrder(await createFolder(t), 'run');
  const {child} = forkWorker(order);
  await once(child, 'spawn');
  child.disconnect();
  t.deepEqual(await once(child, 'exit'), [0, null]);
});

test.serial('after an end for want of memory fewer pictures go through the network at a time, where batches can be parted', async t => {
  const root = await createFolder(t);
  const layers = completeLayers([{conv2d: {filters: 4, activation: 'relu'}}, {flatten: {}}, {dense: {units: 'classes', activation: 'softmax'}}]);
  const epochsOf = async (name: string, memoryEnds: number, changes: Parameters<typeof tinyOrder>[2]) => {
    const order = {...await tinyOrder(root, name, changes), memoryEnds};
    await startWorker(order).exited;
    return pick(await readEvents(order), 'epoch');
  };

  const whole = await epochsOf('whole', 0, {model: {layers}});
  const parted = await epochsOf('parted', 2, {model: {layers}});
  t.deepEqual(whole.map(epoch => epoch.micro_batch), [undefined, undefined, undefined]);
  t.deepEqual(parted.map(epoch => epoch.micro_batch), [2, 2, 2]);
  for (const [index, {val_loss: loss}] of parted.entries()) {
    t.true(Math.abs(loss - whole[index]!.val_loss) < 1e-4, `${loss} in parts, ${whole[index]!.val_loss} whole`);
  }

  const mixed = await epochsOf('mixed', 2, {});
  t.deepEqual(mixed.map(epoch => epoch.micro_batch), [undefined, undefined, undefined]);
});
