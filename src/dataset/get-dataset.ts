import {randomBytes} from 'node:crypto';
import {cp, mkdir, readdir, rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type {LogStream} from '../domain/log-stream.js';
import {errors, UserError} from '../errors.js';
import {makeFolder} from '../files/make-folder.js';
import {downloadFile} from '../files/download-file.js';
import {TransferLog} from '../files/transfer-log.js';
import {withLock} from '../files/with-lock.js';
import {datasetDifferences} from './dataset-differences.js';
import {datasetPlaces, type DatasetPlaces} from './dataset-places.js';
import {findKnownDataset} from './find-dataset.js';
import {knownClasses, knownDatasets, type DatasetName} from './known-datasets.js';
import {unpackZip} from './unpack-zip.js';

export type GetOptions = DatasetPlaces & {
  /** A zip, a folder or a URL to take the data set from, instead of its public homes. */
  readonly from?: string;
  /** Where to say what is done. */
  readonly log: LogStream;
  /** How long to wait for a home that says nothing. @default 20_000 */
  readonly idleMs?: number;
};

/** Where a data set now lies, and whether it lay there before. */
export type GotDataset = {
  readonly name: DatasetName;
  readonly root: string;
  readonly already: boolean;
};

/** One call's errand: what is fetched, below which folder of its own, and where it says so. */
type Errand = {
  readonly name: DatasetName;
  readonly options: GetOptions;
  readonly log: TransferLog;
  readonly aside: string;
};

/**
Sees to it that a data set is on this machine: found, drawn, or fetched into the cache, checked by its photos a class,
unpacked aside and renamed. Throws one UserError that tells of every home that was tried.
*/
export async function getDataset(name: DatasetName, options: GetOptions): Promise<GotDataset> {
  const target = datasetPlaces(name, options).at(-1)!;
  if (knownDatasets[name].synthetic) {
    const already = Boolean(await findKnownDataset(name, options));
    const {drawLitter} = await import('./draw-litter.js');
    await drawLitter(target);
    return {name, root: target, already};
  }

  const log = new TransferLog(options.log);
  const found = await findWhole(name, target, options);
  if (found) {
    return {name, root: found, already: true};
  }

  return withLock(`${target}.lock`, async () => fetchWhole(name, target, options, log), {
    onWait(pid) {
      log.say(`Waiting for another process${pid ? ` (${pid})` : ''} that fetches ${name}…`);
    },
  });
}

/** A whole data set in one of its places. An incomplete one in the cache is ours to replace; anywhere else it is the user's. */
async function findWhole(name: DatasetName, target: string, places: DatasetPlaces): Promise<string | undefined> {
  const root = await findKnownDataset(name, places);
  if (!root) {
    return undefined;
  }

  const differences = await datasetDifferences(name, root);
  if (differences.length > 0 && root !== target) {
    throw errors.incompleteDataset(name, root, differences);
  }

  return differences.length === 0 ? root : undefined;
}

async function fetchWhole(name: DatasetName, target: string, options: GetOptions, log: TransferLog): Promise<GotDataset> {
  // Whoever held the lock before may have fetched it.
  if (await findWhole(name, target, options)) {
    return {name, root: target, already: true};
  }

  const aside = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  try {
    const errand = {name, options, log, aside};
    const root = await (options.from ? takeFrom(options.from, errand) : takeFromHomes(errand));
    await rm(target, {recursive: true, force: true});
    await rename(root, target);
    return {name, root: target, already: false};
  } finally {
    await rm(aside, {recursive: true, force: true});
  }
}

async function takeFromHomes(errand: Errand): Promise<string> {
  const {name} = errand;
  const attempts: Array<{source: string; reason: string}> = [];
  for (const home of knownDatasets[name].homes) {
    try {
      return await takeFrom(home, errand);
    } catch (error) {
      if (!(error instanceof UserError)) {
        throw error;
      }

      const reason = error.code === 'download-failed' ? (error.cause as Error).message : error.message;
      attempts.push({source: home, reason});
    }
  }

  throw errors.downloadFailed(name, attempts);
}

/** Brings a source's class folders below `aside` and gives the folder that holds them, checked. */
async function takeFrom(source: string, errand: Errand): Promise<string> {
  const {name, aside, log, options: {cwd}} = errand;
  await rm(aside, {recursive: true, force: true});
  await makeFolder(aside);
  const pictures = path.join(aside, 'pictures');
  if (/^https?:\/\//v.test(source)) {
    const zip = path.join(aside, 'download.zip');
    await download(source, zip, errand);
    await unpack(zip, source, pictures, log);
  } else if (await isFolder(path.resolve(cwd, source))) {
    log.say(`Copying ${source}`);
    await cp(path.resolve(cwd, source), pictures, {recursive: true});
  } else {
    await unpack(path.resolve(cwd, source), source, pictures, log);
  }

  const classes = knownClasses(name);
  const root = await findClassRoot(pictures, classes);
  if (!root) {
    throw errors.incompleteDataset(name, source, [`no folder in it holds ${classes.join(', ')}`]);
  }

  const differences = await datasetDifferences(name, root);
  if (differences.length > 0) {
    throw errors.incompleteDataset(name, source, differences);
  }

  return root;
}

async function download(url: string, zip: string, {name, log, options: {idleMs}}: Errand): Promise<void> {
  log.say(`Fetching ${url}`);
  try {
    await downloadFile(url, zip, {
      idleMs,
      onProgress(received, total) {
        log.progress(received, total, 'bytes');
      },
    });
  } catch (error) {
    throw errors.downloadFailed(name, [{source: url, reason: (error as Error).message}], error);
  }
}

async function unpack(zip: string, source: string, folder: string, log: TransferLog): Promise<void> {
  log.say('Unpacking');
  try {
    await mkdir(folder);
    await unpackZip(zip, folder, (done, total) => {
      log.progress(done, total, 'files');
    });
  } catch (error) {
    throw errors.notAZip(source, (error as Error).message);
  }
}

async function isFolder(place: string): Promise<boolean> {
  try {
    const found = await stat(place);
    return found.isDirectory();
  } catch (error) {
    throw errors.cannotReadFile(place, error);
  }
}

/** The folder that holds all class folders: the given one, or one a few levels below it. */
async function findClassRoot(folder: string, classes: readonly string[], levels = 3): Promise<string | undefined> {
  const entries = await readdir(folder, {withFileTypes: true});
  const folders = entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
  if (classes.every(name => folders.includes(name))) {
    return folder;
  }

  for (const name of levels > 0 ? folders : []) {
    const root = await findClassRoot(path.join(folder, name), classes, levels - 1);
    if (root) {
      return root;
    }
  }

  return undefined;
}
