import {once} from 'node:events';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {Random} from '../../../src/engine/random.js';
import type {RunOrder} from '../../../src/protocol/messages.js';
import {readEvents as readWholeEvents} from '../../../src/protocol/read-events.js';
import {RunFolder} from '../../../src/protocol/run-folder.js';
import {completeLayers} from '../../complete-layers.js';
import {createFolder, pick, readEvents, startWorker, tinyOrder, type Worker} from '../tiny-run.js';
import {outcomeOf, remembering} from './runs.js';

// Real processes, killed at any instant: in a step, while a checkpoint is written or renamed, between an epoch and its checkpoint.
const interruptions = 10;

async function interrupt(worker: Worker, how: 'SIGKILL' | 'SIGTERM' | 'disconnect', afterMs: number): Promise<void> {
  // An attempt that has nothing left to train tells of its models at once.
  await worker.seen(message => message.type === 'progress'
    ? message.progress.phase === 'training' || message.progress.phase === 'validating'
    : message.type === 'event' && message.event.type !== 'started');
  await sleep(afterMs);
  // Node emits no `close` after the parent's own disconnection.
  const gone = worker.child.exitCode === null && worker.child.signalCode === null ? once(worker.child, 'exit') : undefined;
  if (how === 'disconnect') {
    worker.child.disconnect();
  } else {
    worker.child.kill(how);
  }

  await gone;
}

async function compare(t: ExecutionContext, changes: Partial<ExperimentConfig>): Promise<void> {
  t.timeout(600_000);
  const root = await createFolder(t);
  const whole = await tinyOrder(root, 'whole', {...remembering, epochs: 80, ...changes});
  await startWorker(whole).exited;
  const expected = await outcomeOf(whole);
  t.is(expected.status, 'done');

  const often = {...await tinyOrder(root, 'often', {...remembering, epochs: 80, ...changes}), checkpointMinutes: 0};
  const random = Random.fromSeed(Date.now());
  t.log(`instants from ${JSON.stringify(random.state)}`);
  const ways = ['SIGKILL', 'SIGTERM', 'SIGKILL', 'disconnect'] as const;
  let attempts = 0;
  // Where nobody lets this process go on, a worker may have trained all before it is interrupted.
  while (attempts < interruptions && !isDone(often)) {
    const way = ways[attempts % ways.length]!;
    attempts++;
    await interrupt(startWorker({...often, attempt: attempts}), way, random.uniform(0, 120));
  }

  if (!isDone(often)) {
    await startWorker({...often, attempt: attempts + 1, checkpointMinutes: 5}).exited;
  }

  t.deepEqual(await outcomeOf(often), expected);
  const events = await readEvents(often);
  // The second attempt is stopped softly, with a checkpoint; the first may be killed before its first one.
  const others = pick(events, 'started').slice(2);
  t.true(others.every(event => event.resumed !== undefined), `${others.filter(event => event.resumed).length} of ${others.length} went on`);
  t.deepEqual(pick(events, 'started').flatMap(event => event.notes ?? []), []);
  for (const name of ['last', 'best']) {
    const weights = await readFile(path.join(often.folder, name, 'weights.bin'));
    t.is(createHash('sha256').update(weights).digest('hex'), pick(events, 'artifact').find(({kind}) => kind === `model-${name}`)!.sha256);
  }
}

/** Whether a run has ended; whoever wrote its last event may have been killed in the midst of it. */
function isDone({folder}: RunOrder): boolean {
  return pick(readWholeEvents(RunFolder.at(folder).events).events, 'ended').at(-1)?.status === 'done';
}

test.serial('a worker that is killed and stopped at any instants leaves what one does that never was', async t => {
  await compare(t, {});
});

test.serial('so does one behind a frozen backbone', async t => {
  await compare(t, {
    image_size: 32,
    features: {views: 2},
    model: {
      backbone: {name: 'mobilenet_v2', weights: 'none', trainable: false},
      layers: completeLayers([{global_average_pooling2d: {}}, {dense: {units: 16, activation: 'relu'}}, {dropout: 0.4}, {dense: {units: 'classes', activation: 'softmax'}}]),
    },
  });
});
