import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {SqlAnswer, SqlValue} from '../../domain/sql-answer.js';
import {errors} from '../../errors.js';
import {databaseFile} from '../database-file.js';
import {explainStoreError} from '../explain-store-error.js';
import {Allowance} from './allowance.js';
import type {AnswerLine} from './messages.js';

const entry = fileURLToPath(new URL('entry.js', import.meta.url));

export type AskOptions = {
  readonly timeoutSeconds: number;
  /** What to say of a name that the database lacks, given those that it has. */
  readonly suggest: (name: string, known: readonly string[]) => string;
};

/**
Asks the database of a runs folder a question in SQL, in a process of its own that can only read and is ended when its time is over, or
once nobody wants more rows. Throws a UserError for what SQLite refuses, before the first row or after any.
*/
export async function askDatabase(runsFolder: string, sql: string, options: AskOptions): Promise<SqlAnswer> {
  const file = databaseFile(runsFolder);
  const child = fork(entry, {stdio: ['ignore', 'pipe', 'pipe', 'ipc']});
  const lines = linesOf(child, file, options);
  // It may be gone before it hears, and its end is heard of by its lines.
  child.send({file, sql}, () => undefined);
  const first = await lines.next();
  const {columns} = first.value as {readonly columns: readonly string[]};
  return {columns, rows: lines as AsyncIterable<readonly SqlValue[]>};
}

async function * linesOf(child: ChildProcess, file: string, {timeoutSeconds, suggest}: AskOptions): AsyncGenerator<AnswerLine, void> {
  const ended = endOf(child);
  // Who reads page by page may take all the time he wants.
  const allowance = new Allowance(timeoutSeconds * 1000, () => {
    child.kill('SIGKILL');
  });
  child.once('message', () => {
    allowance.begin();
  });
  try {
    for await (const text of createInterface({input: child.stdout!, crlfDelay: Infinity})) {
      if (!allowance.isSpent) {
        allowance.pause();
        const line = parse(text) ?? await whyCut(ended);
        yield judge(line, file, suggest);
        allowance.resume();
      }
    }

    const how = await ended;
    if (allowance.isSpent || how !== undefined) {
      throw allowance.isSpent ? errors.queryTooLong(timeoutSeconds) : errors.queryDied(how!);
    }
  } finally {
    allowance.pause();
    child.kill('SIGKILL');
  }
}

/** A line of the answer; undefined of what a process left that was ended within one. */
function parse(text: string): AnswerLine | undefined {
  try {
    return JSON.parse(text) as AnswerLine;
  } catch {
    return undefined;
  }
}

async function whyCut(ended: Promise<string | undefined>): Promise<never> {
  throw errors.queryDied(await ended ?? 'left half a line');
}

/** How the process ended, in words; undefined where it was well. */
async function endOf(child: ChildProcess): Promise<string | undefined> {
  try {
    const [code, signal] = await once(child, 'close') as [number | null, string | null];
    return code === 0 ? undefined : `ended by ${signal ?? `exit code ${code}`}`;
  } catch (error) {
    return `could not be started (${(error as Error).message})`;
  }
}

function judge(line: AnswerLine, file: string, suggest: AskOptions['suggest']): AnswerLine {
  if (!('refused' in line)) {
    return line;
  }

  const {refused, code, names} = line;
  if (/^SQLITE_(?:NOTADB|CORRUPT|BUSY|IOERR|FULL|CANTOPEN)/v.test(code)) {
    throw explainStoreError(Object.assign(new Error(refused), {code}), file);
  }

  const [, unknown] = /^no such (?:column|table): (?:\w+\.)*(\w+)$/v.exec(refused) ?? [];
  throw errors.badQuery(unknown === undefined ? refused : `${refused}.${suggest(unknown, names)}`);
}
