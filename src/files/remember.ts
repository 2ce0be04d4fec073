import {readAtMostSync} from './read-at-most.js';
import type {Shape} from './shape.js';

export type Memory<Found> = {
  /** Where it is kept; the next one takes its place. */
  readonly file: string;
  /** Stands for all that the answer rests on. */
  readonly state: string;
  /** What an answer looks like: anybody may have written the file. */
  readonly shape: Shape;
  readonly find: () => Found | Promise<Found>;
};

const mostBytes = 50_000_000;

/** An answer, in JSON, that is found only once for a state. Where it cannot be kept it is found again the next time. */
export async function remember<Found>({file, state, shape, find}: Memory<Found>): Promise<Found> {
  const kept = read(file);
  if (kept?.state === state && shape(kept.found) === undefined) {
    return kept.found as Found;
  }

  const found = await find();
  // Loaded only here: who only remembers starts sooner without.
  const {replaceFile} = await import('./replace-file.js');
  try {
    await replaceFile(file, JSON.stringify({state, found}));
  } catch {
    // A cache that is full, or belongs to another.
  }

  return found;
}

function read(file: string): {readonly state?: unknown; readonly found?: unknown} | undefined {
  try {
    return JSON.parse(readAtMostSync(file, mostBytes).toString('utf8')) as {state?: unknown} | null ?? undefined;
  } catch {
    return undefined;
  }
}
