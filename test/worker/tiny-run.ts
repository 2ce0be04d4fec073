import {fork, spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {ExecutionContext} from 'ava';
import sharp from 'sharp';
import type {DigestedPicture, Split} from '../../src/domain/dataset.js';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import type {RunEvent} from '../../src/domain/run-event.js';
import {engineEnvironment} from '../../src/engine/engine-environment.js';
import type {HostMessage, RunOrder, WorkerMessage} from '../../src/protocol/messages.js';
import {completeLayers} from '../complete-layers.js';
import {realEngine} from '../real-engine.js';

const classes = ['dark', 'light'];
const entry = fileURLToPath(new URL('../../src/worker/entry.js', import.meta.url));
const threads = 2;

/** A small network with everything that draws at random, on pictures of 16x16 pixels. */
const tinyConfig: ExperimentConfig = {
  dataset: {path: '/photos'},
  image_size: 16,
  interpolation: 'nearest',
  preprocess: 'unit',
  split: {method: 'keras', validation: 0.25},
  augment: {
    horizontal_flip: true,
    vertical_flip: true,
    rotation_range: 30,
    width_shift_range: 0.1,
    height_shift_range: 0.1,
    shear_range: 0.1,
    zoom_range: 0.1,
    channel_shift_range: 5,
    brightness_range: [0.9, 1.1],
    random_crop: {scale: [0.7, 1], ratio: [0.9, 1.1]},
    perspective_range: 0.1,
    cutout: 0.2,
    fill_mode: 'nearest',
    cval: 0,
  },
  model: {
    layers: completeLayers([
      {conv2d: {filters: 8, padding: 'same', activation: 'relu'}},
      {batch_normalization: {momentum: 0.9}},
      {max_pooling2d: {}},
      {flatten: {}},
      {dense: {units: 16, activation: 'relu'}},
      {dropout: 0.3},
      {dense: {units: 'classes', activation: 'softmax'}},
    ]),
  },
  loss: {label_smoothing: 0},
  optimizer: {name: 'adam', learning_rate: 0.003, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7, amsgrad: false},
  schedule: {name: 'constant', unit: 'epochs', warmup: 0, warmup_from: 0},
  epochs: 3,
  batch_size: 7,
  seeds: [5],
};

/** A folder of this test alone, taken away after it. */
export async function createFolder(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-worker-'));
  t.teardown(async () => rm(folder, {recursive: true, force: true}));
  return folder;
}

/** Draws 18 training and 6 validation pictures, and orders a run on them in `<root>/<run>`. */
export async function tinyOrder(root: string, run: string, changes: Partial<ExperimentConfig> = {}): Promise<RunOrder> {
  const folder = path.join(root, run);
  await mkdir(folder, {recursive: true});
  return {
    runId: run,
    experiment: {name: run, file: `${run}.yaml`, parent: undefined, config: {...tinyConfig, ...changes}, changes: [], description: undefined, published: undefined},
    seed: 5,
    split: await drawSplit(path.join(root, 'photos')),
    folder,
    cache: path.join(root, 'cache'),
    engine: await realEngine(),
    device: {kind: 'cpu', index: 0, name: 'processor'},
    threads,
    attempt: 1,
    memoryEnds: 0,
    profile: false,
    checkpointMinutes: 5,
  };
}

async function drawSplit(root: string): Promise<Split> {
  const pictures: DigestedPicture[] = [];
  for (const [classIndex, name] of classes.entries()) {
    await mkdir(path.join(root, name), {recursive: true});
    for (let index = 0; index < 12; index++) {
      const data = Uint8Array.from({length: 20 * 24 * 3}, (_, place) => (classIndex * 90) + (((place * 7) + (index * 31)) % 150));
      const bytes = await sharp(data, {raw: {width: 24, height: 20, channels: 3}}).png().toBuffer();
      const picture = `${name}/${index}.png`;
      await writeFile(path.join(root, picture), bytes);
      pictures.push({path: picture, classIndex, digest: createHash('sha256').update(bytes).digest('hex')});
    }
  }

  return {
    id: 'tiny',
    dataset: 'photos',
    root,
    classes,
    synthetic: true,
    training: pictures.filter((_, index) => index % 4 !== 0),
    validation: pictures.filter((_, index) => index % 4 === 0),
  };
}

/** A worker as its host starts it. */
export type Worker = {
  readonly child: ChildProcess;
  readonly messages: WorkerMessage[];
  readonly send: (message: HostMessage) => void;
  /** Resolves when the first message that fits has come. */
  readonly seen: (fits: (message: WorkerMessage) => boolean) => Promise<void>;
  readonly exited: Promise<{readonly code: number | null; readonly signal: string | null}>;
  readonly printed: () => string;
};

export function startWorker(order: RunOrder, env: NodeJS.ProcessEnv = {}): Worker {
  const worker = forkWorker(order, env);
  worker.send({type: 'run', order});
  return worker;
}

/** A worker in the environment that the order asks for, still without the order. */
export function forkWorker(order: RunOrder, env: NodeJS.ProcessEnv = {}): Worker {
  return watch(fork(entry, {env: environmentOf(order, env), stdio: ['ignore', 'pipe', 'pipe', 'ipc']}));
}

/**
A worker whose run's folder is a disk of its own, of `size` (`1m`), which a file `ballast` of so many kilobytes fills first: in a
namespace of mounts, so that nobody else sees it. `place` is where this process reaches the folder as long as the worker lives.
*/
export function startOnSmallDisk(order: RunOrder, size: string, ballastKilobytes: number): Worker & {readonly place: string} {
  const script = 'mount -t tmpfs -o size="$1" tmpfs "$0" && head -c "$2"k /dev/zero > "$0/ballast"; exec "$3" "$4"';
  const child = spawn('unshare', [...namespace, 'bash', '-c', script, order.folder, size, String(ballastKilobytes), process.execPath, entry], {
    env: environmentOf(order), stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const worker = watch(child);
  worker.send({type: 'run', order});
  return {...worker, place: `/proc/${child.pid}/root${order.folder}`};
}

// Whoever is not root may mount where the system lets users have namespaces of their own.
const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];

/** Whether this machine lets a test mount a disk of its own. */
export function canMount(): boolean {
  return spawnSync('unshare', [...namespace, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

function environmentOf(order: RunOrder, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {...process.env, ...engineEnvironment(order.engine, order.device, order.threads), ...env};
}

function watch(child: ChildProcess): Worker {
  const messages: WorkerMessage[] = [];
  child.on('message', message => {
    messages.push(message as WorkerMessage);
  });
  const printed: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed.push(text);
    });
  }

  return {
    child,
    messages,
    send(message) {
      child.send(message);
    },
    async seen(fits) {
      while (!messages.some(message => fits(message))) {
        await once(child, 'message');
      }
    },
    exited: waitForEnd(child),
    printed: () => printed.join(''),
  };
}

async function waitForEnd(child: ChildProcess): Worker['exited'] {
  const [code, signal] = await once(child, 'close') as [number | null, string | null];
  return {code, signal};
}

/** The events that the run's folder holds. */
export async function readEvents({folder}: RunOrder): Promise<RunEvent[]> {
  const text = await readFile(path.join(folder, 'events.jsonl'), 'utf8');
  return text.trimEnd().split('\n').map(line => JSON.parse(line) as RunEvent);
}

/** The events of one type. */
export function pick<Type extends RunEvent['type']>(events: readonly RunEvent[], type: Type): Array<Extract<RunEvent, {type: Type}>> {
  return events.filter((event): event is Extract<RunEvent, {type: Type}> => event.type === type);
}
