import type {Environment} from '../../domain/run-event.js';
import {keptEpochs} from '../../protocol/kept-epochs.js';
import {readEvents} from '../../protocol/read-events.js';
import type {RunFolder} from '../../protocol/run-folder.js';
import {CheckpointFolder} from './checkpoint-folder.js';
import {restoreBest} from './restore-best.js';
import type {RunCheckpoint} from './run-checkpoint.js';

/** What an attempt begins with. */
export type Beginning = {
  /** Undefined where there is none to go on from. */
  readonly checkpoint: RunCheckpoint | undefined;
  /** Why the newest one is not used, and what else is to be known, in sentences. */
  readonly notes: readonly string[];
};

/**
The newest checkpoint of a run that can be gone on from: whole, of this ablate, with all its epochs among the events and its best
model in place. Takes away those that cannot.
*/
export async function findCheckpoint(folder: RunFolder, environment: Environment): Promise<Beginning> {
  const checkpoints = new CheckpointFolder(folder);
  const refused: string[] = [];
  for (const number of await checkpoints.list()) {
    const found = await read(checkpoints, number, folder, environment);
    if (typeof found !== 'string') {
      return {checkpoint: found, notes: [...describeRefused(refused, 'it goes on from the one before'), ...describeMove(found, environment)]};
    }

    refused.push(`checkpoint ${number} ${found}`);
    await checkpoints.drop(number);
  }

  return {checkpoint: undefined, notes: describeRefused(refused, 'the run begins anew')};
}

/** The checkpoint, or in words why it cannot be used. */
async function read(checkpoints: CheckpointFolder, number: number, folder: RunFolder, {ablate}: Environment): Promise<RunCheckpoint | string> {
  let checkpoint;
  try {
    checkpoint = await checkpoints.read(number);
  } catch (error) {
    return (error as Error).message;
  }

  const {facts} = checkpoint;
  if (facts.runId !== folder.runId) {
    return `is of another run, ${facts.runId}`;
  }

  if (facts.ablate !== ablate) {
    return `is of ablate ${facts.ablate}`;
  }

  const epochs = keptEpochs(readEvents(folder.events).events);
  for (let epoch = 1; epoch < facts.point.epoch; epoch++) {
    if (!epochs.has(epoch)) {
      return `builds on epoch ${epoch}, which is missing among the run's events`;
    }
  }

  const {best} = facts;
  return !best || await restoreBest(folder, best.saved.sha256) ? checkpoint : 'lacks the model of its best epoch';
}

function describeRefused(refused: readonly string[], so: string): string[] {
  return refused.length === 0 ? [] : [`${refused.join(', and ')}, so ${so}`];
}

const telling = ['platform', 'engine', 'device', 'threads', 'own_ops'] as const;

/** The same bits are promised for the same machine alone. */
function describeMove({facts: {environment: before, point}}: RunCheckpoint, now: Environment): string[] {
  const changed = telling.filter(key => before[key] !== now[key]);
  const moves = changed.map(key => `${key} ${before[key]}, now ${now[key]}`);
  return moves.length === 0 ? [] : [`until epoch ${point.epoch} it was trained with ${moves.join('; ')}: it may end some bits off`];
}
