import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import type {PlanRecord} from '../domain/plan-record.js';
import {readAtMostSync} from '../files/read-at-most.js';
import {syncFolderSync} from '../files/sync-folder.js';
import {planShape} from './plan-shapes.js';
import type {DamagedLine} from './read-events.js';

/** What stands in a `plans.jsonl`, each with its line, which counts from 1. */
export type PlansRead = {
  readonly plans: ReadonlyArray<{readonly line: number; readonly plan: PlanRecord}>;
  /** Without the torn last line: its plan was never carried out. */
  readonly damaged: readonly DamagedLine[];
};

// A plan of the most runs that there can be takes some megabytes.
const mostBytes = 2 ** 30;

/**
The plans of a runs folder, `plans.jsonl`, in their order: which rows and runs were wanted, also of runs that never began. One process
at a time may append, whoever has the database for writing.
*/
export class PlanJournal {
  readonly file: string;

  constructor(runsFolder: string) {
    this.file = path.join(runsFolder, 'plans.jsonl');
  }

  /** Whether it holds a plan, or what no plan can be added to. */
  get isThere(): boolean {
    const stat = fs.statSync(this.file, {throwIfNoEntry: false});
    return stat?.isFile() ? hasWholeLine(this.file) : stat !== undefined;
  }

  /**
  Writes a plan and returns once it is on the disk. Where that fails, for want of space say, nothing of it stays. Gives what takes the
  plan back, for who could not carry it out.
  */
  append(plan: PlanRecord): () => void {
    const isNew = !fs.existsSync(this.file);
    const line = Buffer.from(`${JSON.stringify(plan)}\n`);
    const descriptor = fs.openSync(this.file, 'a+');
    let size: number;
    try {
      size = cutTornLine(descriptor);
      try {
        fs.appendFileSync(descriptor, line);
        fs.fsyncSync(descriptor);
      } catch (error) {
        fs.ftruncateSync(descriptor, size);
        throw error;
      }
    } finally {
      fs.closeSync(descriptor);
    }

    if (isNew) {
      syncFolderSync(path.dirname(this.file));
    }

    return () => {
      this.#takeBack(size, line);
    };
  }

  /** Throws what the system says where it cannot be read; a file that does not exist holds no plans. */
  read(): PlansRead {
    const plans: Array<{line: number; plan: PlanRecord}> = [];
    const damaged: DamagedLine[] = [];
    const bytes = fs.existsSync(this.file) ? readAtMostSync(this.file, mostBytes) : Buffer.alloc(0);
    let line = 0;
    for (let start = 0, end = bytes.indexOf('\n'); end !== -1; start = end + 1, end = bytes.indexOf('\n', start)) {
      line++;
      const plan = parsePlan(bytes.toString('utf8', start, end));
      if (typeof plan === 'string') {
        damaged.push({line, reason: plan});
      } else {
        plans.push({line, plan});
      }
    }

    return {plans, damaged};
  }

  // Another process may have added its own since, and then all stays.
  #takeBack(size: number, line: Buffer): void {
    if (fs.statSync(this.file).size === size + line.length) {
      fs.truncateSync(this.file, size);
    }
  }
}

/** The plan, or in words why the line is none. */
function parsePlan(line: string): PlanRecord | string {
  try {
    const plan: unknown = JSON.parse(line);
    return planShape(plan)?.replace(/^: /v, '') ?? plan as PlanRecord;
  } catch {
    return 'not JSON';
  }
}

const pieceBytes = 65_536;

/** Cuts off the line that a killed writer left unfinished; gives the length of the whole ones. */
function cutTornLine(descriptor: number): number {
  const end = wholeBytes(descriptor);
  if (end < fs.fstatSync(descriptor).size) {
    fs.ftruncateSync(descriptor, end);
  }

  return end;
}

function hasWholeLine(file: string): boolean {
  const descriptor = fs.openSync(file, 'r');
  try {
    return wholeBytes(descriptor) > 0;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The length of the whole lines, found from the end, which most often is that of one. */
function wholeBytes(descriptor: number): number {
  const piece = Buffer.alloc(pieceBytes);
  let end = fs.fstatSync(descriptor).size;
  while (end > 0) {
    const start = Math.max(0, end - pieceBytes);
    const read = fs.readSync(descriptor, piece, 0, end - start, start);
    const newline = piece.subarray(0, read).lastIndexOf('\n');
    if (newline !== -1) {
      return start + newline + 1;
    }

    end = start;
  }

  return end;
}
