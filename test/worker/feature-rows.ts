import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import {copyFile, mkdir, mkdtemp, readdir, readFile, symlink} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {ExecutionContext} from 'ava';
import type {RunEvent} from '../../src/domain/run-event.js';
import type {WeightsFile} from '../../src/domain/weights.js';
import {cacheFolder} from '../../src/engine/cache-folder.js';
import {listFeatures, type KeptFeatures} from '../../src/features/list-features.js';
import {digestBytes, headerBytes, readHeader, recordBytesOf} from '../../src/features/record-layout.js';
import {mobilenetFile} from '../model/mobilenet-file.js';
import {realEngine} from '../real-engine.js';
import {Inline, makePhotos} from '../run-inline.js';
import {createFolder} from './tiny-run.js';

/** A root file that trains in a second or two on `makePhotos` and the features of a small backbone with weights that tell photos apart. */
export const featureExperiment = `
dataset: {path: ./photos}
image_size: 32
preprocess: tf
split: {validation: 0.3}
model:
  backbone: {name: mobilenet_v2, weights: ./mobilenet.h5}
  layers:
    - global_average_pooling2d
    - dense: {units: classes, activation: softmax}
optimizer: {name: adam, learning_rate: 0.01}
epochs: 2
batch_size: 8
`;

/** Files, photos, weights, and the command line with a cache that holds an engine and nothing else. */
export async function createRows(t: ExecutionContext, files: Readonly<Record<string, string>>, perClass = 10) {
  const folder = await createFolder(t);
  const inline = new Inline(folder);
  for (const [name, text] of Object.entries(files)) {
    await inline.write(name, text);
  }

  await makePhotos(folder, {perClass});
  await copyFile((await sharedWeights()).path, path.join(folder, 'mobilenet.h5'));
  const cache = await createCache(folder, 'cache');
  return {inline: inline.with({ABLATE_CACHE: cache}), cache};
}

let weights: Promise<WeightsFile> | undefined;

/** Weights that all tests of a process share: it takes a second to write them. */
export async function sharedWeights(): Promise<WeightsFile> {
  weights ??= writeWeights();
  return weights;
}

async function writeWeights(): Promise<WeightsFile> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-weights-'));
  process.once('exit', () => {
    rmSync(folder, {recursive: true});
  });
  return mobilenetFile(folder);
}

/** A cache that holds this machine's engine and nothing else. */
export async function createCache(folder: string, name: string): Promise<string> {
  await realEngine();
  const cache = path.join(folder, name);
  await mkdir(cache, {recursive: true});
  await symlink(path.join(cacheFolder(), 'engine'), path.join(cache, 'engine'), 'junction');
  return cache;
}

/** What the cache holds of a view: the photos' digests in the order in which they were added, and the SHA-256 of the whole file. */
export type Kept = {readonly view: number | undefined; readonly weights: string; readonly digests: readonly string[]; readonly sha256: string};

/** All features in the cache, the photos as they are first, then the views by their numbers. */
export async function readKept(cache: string): Promise<Kept[]> {
  const kept = await Promise.all((await listFeatures(cache)).map(async each => readRecords(each)));
  return kept.toSorted((one, other) => (one.view ?? 0) - (other.view ?? 0) || (one.weights < other.weights ? -1 : 1));
}

async function readRecords({description, places, pictures}: KeptFeatures): Promise<Kept> {
  const {view, weights} = description!;
  const bytes = await readFile(places.records);
  const starts = Array.from({length: pictures}, (_, index) => headerBytes + (index * recordBytesOf(readHeader(bytes)!)));
  const digests = starts.map(start => bytes.toString('hex', start, start + digestBytes));
  return {view: view?.number, weights, digests, sha256: createHash('sha256').update(bytes).digest('hex')};
}

/** How a run went, to the last bit, without what another time or place changes. */
export async function historyOf({folder}: Inline, runs: string, row: string, seed = 0): Promise<unknown[]> {
  const names = await readdir(path.join(folder, runs));
  const name = names.find(each => each.startsWith(`${row}-${seed}-`));
  const text = await readFile(path.join(folder, runs, name!, 'events.jsonl'), 'utf8');
  const events = text.trimEnd().split('\n').map(line => JSON.parse(line) as RunEvent & Record<string, unknown>);
  return events
    .filter(({type}) => type === 'epoch' || type === 'predictions' || type === 'artifact')
    .map(({at: _, seq: __, seconds: ___, pictures_per_second: ____, ...event}) => event);
}
