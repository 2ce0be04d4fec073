import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {SqlAnswer, SqlValue} from '../../domain/sql-answer.js';
import {errors} from '../../errors.js';
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
  const file = path.join(runsFolder, 'ablate.db');
  const child = fork(entry, {stdio: ['ignore', 'pipe', 'pipe', 'ipc']});
  const lines = linesOf(child, file, options);
  // It may be gone before it hears, and its end is heard of by its lines.
  child.send({file, sql}, () => undefined);
  const first = await lines.next();
  const {columns} = first.value as {readonly columns: readonly string[]};
  return {columns, rows: lines as AsyncIterable<readonly SqlValue[]>};
}

async function * linesOf(child: ChildProcess, file: string, {timeoutSeconds, suggest}: AskOptions): AsyncGenerator<AnswerLine, void> {
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  child.once('message', () => {
    timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, timeoutSeconds * 1000);
  });
  let printed = '';
  child.stderr!.on('data', chunk => {
    printed += String(chunk);
  });
  const ended = once(child, 'close');
  try {
    for await (const text of createInterface({input: child.stdout!, crlfDelay: Infinity})) {
      if (!isLate) {
        yield judge(JSON.parse(text) as AnswerLine, file, suggest);
      }
    }

    const [code, signal] = await ended as [number | null, string | null];
    if (isLate) {
      throw errors.queryTooLong(timeoutSeconds);
    }

    if (code !== 0) {
      throw errors.queryDied(signal ?? `exit code ${code}`, printed);
    }
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function judge(line: AnswerLine, file: string, suggest: AskOptions['suggest']): AnswerLine {
  if (!('refused' in line)) {
    return line;
  }

  const {refused, code, names} = line;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    throw errors.notADatabase(file, refused);
  }

  const [, unknown] = /^no such (?:column|table): (?:\w+\.)*(\w+)$/v.exec(refused) ?? [];
  throw errors.badQuery(unknown === undefined ? refused : refused + suggest(unknown, names));
}
