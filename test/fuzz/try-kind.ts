import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import type {Kind} from './kind.js';

/** How a kind is tried. */
export type Trying = {
  readonly seed: number;
  /** Ends after so many tries, or once the time is over. */
  readonly tries?: number;
  readonly milliseconds?: number;
  /** Told before each try, with the folder where the input will lie. */
  readonly onTry?: (folder: string) => void;
};

/** What came of it: how many inputs were tried, and of the first that broke something the smallest that still does. */
export type Tried = {
  readonly tries: number;
  readonly complaint?: string;
  /** The folder that holds the input's files. */
  readonly folder?: string;
  /** With the seed, what repeats it. */
  readonly path?: string;
};

/** Tries inputs of a kind until one breaks something. */
export async function tryKind(kind: Kind, {seed, tries = Number.MAX_SAFE_INTEGER, milliseconds, onTry}: Trying): Promise<Tried> {
  let count = 0;
  let last: {readonly complaint: string; readonly folder: string} | undefined;
  const property = fc.asyncProperty(kind.inputs, async input => {
    const folder = await mkdtemp(path.join(os.tmpdir(), `ablate-fuzz-${kind.name}-`));
    onTry?.(folder);
    count++;
    const complaint = await complaintOf(kind, input, folder);
    if (complaint === undefined) {
      await rm(folder, {recursive: true, force: true});
      return true;
    }

    if (last) {
      await rm(last.folder, {recursive: true, force: true});
    }

    last = {complaint, folder};
    return false;
  });
  const details = await fc.check(property, {seed, numRuns: tries, interruptAfterTimeLimit: milliseconds, maxSkipsPerRun: 0});
  return {tries: count, ...last, ...details.counterexamplePath !== null && {path: details.counterexamplePath}};
}

async function complaintOf(kind: Kind, input: unknown, folder: string): Promise<string | undefined> {
  const before = process.cpuUsage();
  try {
    const complaint = await kind.attempt(input, folder);
    const {user, system} = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    return complaint ?? (seconds > kind.seconds ? `it took ${seconds.toFixed(1)} s of the processor` : undefined);
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.stack : String(error)}`;
  }
}
