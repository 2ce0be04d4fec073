import process from 'node:process';
import type {EndedEvent, Resumed} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import {removeUnfinished} from '../files/remove-unfinished.js';
import {replaceFile} from '../files/replace-file.js';
import {isNoRoom} from '../files/when-there-is-room.js';
import type {RunOrder} from '../protocol/messages.js';
import {removeCheckpoints} from '../protocol/remove-checkpoints.js';
import {RunFolder} from '../protocol/run-folder.js';
import {findCheckpoint, type Beginning} from './checkpoint/find-checkpoint.js';
import type {RunCheckpoint} from './checkpoint/run-checkpoint.js';
import {describeEnvironment} from './environment.js';
import {explainFailure} from './explain-failure.js';
import type {RunOutlets} from './run-outlets.js';
import {trainRun} from './train-run.js';

export type {RunOutlets} from './run-outlets.js';

/** Carries an order out, from its `started` to its `ended` event. Whatever goes wrong on the way is recorded, not thrown. */
export async function executeRun(order: RunOrder, outlets: RunOutlets): Promise<void> {
  const start = performance.now();
  const end = await attempt(order, outlets, start);
  outlets.log(end.problem ? `${end.status}: ${end.problem.message}` : end.status);
  await outlets.emit({
    type: 'ended',
    ...end,
    seconds: (performance.now() - start) / 1000,
    // Kilobytes on every system since libuv 1.45.
    peak_memory_bytes: process.resourceUsage().maxRSS * 1024,
  });
  if (end.status === 'done') {
    await removeCheckpoints(RunFolder.at(order.folder));
  }
}

async function attempt(order: RunOrder, outlets: RunOutlets, start: number): Promise<Pick<EndedEvent, 'status' | 'problem'>> {
  const {signal, log} = outlets;
  try {
    const begun = await begin(order, outlets);
    await trainRun(order, outlets, {...begun, start});
    return {status: 'done'};
  } catch (error) {
    if (signal.aborted && (error === signal.reason || isNoRoom(error))) {
      return {status: 'interrupted', problem: toProblem(errors.runInterrupted())};
    }

    const end = explainFailure(order.runId, error);
    if (end.problem.code === 'internal') {
      log((error as Error).stack ?? String(error));
    }

    return end;
  }
}

/** Says where the attempt is trained and what it goes on from. */
async function begin(order: RunOrder, {emit, log, room}: RunOutlets) {
  const folder = RunFolder.at(order.folder);
  // An attempt is alone in its run's folder. Half a model may be large, and nobody would take it away later.
  for (const place of [folder.path, folder.best, folder.last]) {
    await removeUnfinished(place);
  }

  const environment = await describeEnvironment(order);
  const {checkpoint, notes} = await room(async () => findCheckpoint(folder, environment));
  const resumed = resumedFrom(checkpoint);
  await emit({type: 'started', attempt: order.attempt, environment, ...resumed && {resumed}, ...notes.length > 0 && {notes}});
  log(`${order.runId}, attempt ${order.attempt}: ${environment.engine} on ${environment.device}`);
  for (const line of describeBeginning({checkpoint, notes})) {
    log(line);
  }

  await room(async () => replaceFile(folder.environment, `${JSON.stringify(environment, undefined, 2)}\n`));
  return {environment, checkpoint};
}

function resumedFrom(checkpoint: RunCheckpoint | undefined): Resumed | undefined {
  if (!checkpoint) {
    return undefined;
  }

  const {point, seconds, best} = checkpoint.facts;
  return {epoch: point.epoch, step: point.tally.steps, seconds, ...best && {best: best.event.val_accuracy}};
}

function describeBeginning({checkpoint, notes}: Beginning): string[] {
  const {epoch, step} = resumedFrom(checkpoint) ?? {};
  return [...notes, ...epoch === undefined ? [] : [`goes on in epoch ${epoch} behind step ${step}`]];
}
