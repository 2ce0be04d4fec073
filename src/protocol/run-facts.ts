import fs from 'node:fs';
import type {StoredSplit} from '../domain/dataset.js';
import type {Experiment} from '../domain/experiment.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {readAtMostSync} from '../files/read-at-most.js';
import {replaceFile} from '../files/replace-file.js';
import {shape, type Shape} from '../files/shape.js';
import {experimentShape, splitShape} from './plan-shapes.js';
import type {RunFolder} from './run-folder.js';

/** What a run is, apart from what happened in it. */
export type RunFacts = {
  readonly runId: string;
  readonly experiment: Experiment;
  readonly seed: number;
  readonly fingerprint: string;
  readonly splitId: string;
};

const {text, whole, fileName, map} = shape;
const factsShape = map({runId: fileName, experiment: experimentShape, seed: whole, fingerprint: text, splitId: fileName});

// Far more than a configuration, or the names of a million photos, can take.
const mostBytes = 2 ** 28;

/** Writes a run's facts, and its split where no run before it did. */
export async function writeRunFacts(folder: RunFolder, run: PlannedRun): Promise<void> {
  const {id: runId, experiment, seed, fingerprint, split} = run;
  const facts: RunFacts = {runId, experiment, seed, fingerprint, splitId: split.id};
  await replaceFile(folder.facts, `${JSON.stringify(facts, undefined, 2)}\n`);

  const splitFile = folder.splitFile(split.id);
  if (!fs.existsSync(splitFile)) {
    const {root, ...stored} = split;
    await replaceFile(splitFile, `${JSON.stringify(stored satisfies StoredSplit)}\n`);
  }
}

/** The facts of a run, or undefined where none were written or the file is damaged. */
export function readRunFacts(folder: RunFolder): RunFacts | undefined {
  return readShaped(folder.facts, factsShape) as RunFacts | undefined;
}

/** The split of a run, in the same way. */
export function readSplit(folder: RunFolder, splitId: string): StoredSplit | undefined {
  const split = readShaped(folder.splitFile(splitId), splitShape) as StoredSplit | undefined;
  return split?.id === splitId ? split : undefined;
}

function readShaped(file: string, expected: Shape): unknown {
  try {
    const value: unknown = JSON.parse(readAtMostSync(file, mostBytes).toString());
    return expected(value) === undefined ? value : undefined;
  } catch {
    return undefined;
  }
}
