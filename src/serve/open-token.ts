import {randomBytes} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {replaceFile} from '../files/replace-file.js';

const shape = /^[\w\-]{43}$/v;

export type OpenedToken = {
  /** The token as it is now: `--new-token` of another server makes another one. */
  readonly token: () => string;
  /** Whether the next server will know it. */
  readonly isKept: boolean;
};

/**
The token of a runs folder: 256 random bits, in a file that its owner alone can read, so that an open page outlives the server. One that
others could read, or that is damaged, is replaced.
*/
export async function openToken(runsFolder: string, isNew: boolean): Promise<OpenedToken> {
  const file = path.join(runsFolder, 'serve-token');
  const known = isNew ? undefined : readToken(file);
  if (known !== undefined) {
    return {token: follow(file, known), isKept: true};
  }

  const token = randomBytes(32).toString('base64url');
  try {
    await replaceFile(file, `${token}\n`, 0o600);
    // Of two servers that begin at once the second one's counts.
    return {token: follow(file, token), isKept: true};
  } catch {
    return {token: () => token, isKept: false};
  }
}

// Where the file is gone or damaged the last one counts.
function follow(file: string, first: string): () => string {
  let last = first;
  return () => {
    last = readToken(file) ?? last;
    return last;
  };
}

function readToken(file: string): string | undefined {
  try {
    const stat = fs.lstatSync(file);
    const isOurs = stat.isFile() && (stat.mode & 0o077) === 0 && stat.uid === (process.getuid?.() ?? stat.uid);
    const text = isOurs ? fs.readFileSync(file, 'utf8').trim() : '';
    return shape.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
