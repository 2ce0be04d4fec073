import fs from 'node:fs';
import type {Split} from '../domain/dataset.js';
import type {Experiment} from '../domain/experiment.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {replaceFile} from '../files/replace-file.js';
import type {RunFolder} from './run-folder.js';

/** What a run is, apart from what happened in it: with the events and the split, all that the database holds. */
export type RunFacts = {
  readonly runId: string;
  readonly experiment: Experiment;
  readonly seed: number;
  readonly fingerprint: string;
  readonly splitId: string;
};

/** A split as it is kept beside the runs: without the folder where the pictures happened to lie. */
export type StoredSplit = Omit<Split, 'root'>;

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
  try {
    return JSON.parse(fs.readFileSync(folder.facts, 'utf8')) as RunFacts;
  } catch {
    return undefined;
  }
}
