import {Buffer} from 'node:buffer';
import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {printable} from '../../errors.js';

/** What stands in a log between two of its bytes. */
export type LogPiece = {readonly text: string; readonly begins: number; readonly next: number};

const most = 65_536;
const lineFeed = 10;

/**
Whole lines of a log, from a byte on or, without one, from near its end. Programs print names of files, and whoever named them may order a
terminal about.
*/
export async function readLog(file: string, from: number | undefined): Promise<LogPiece> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  try {
    const stat = await handle?.stat();
    if (!handle || !stat?.isFile()) {
      return {text: '', begins: 0, next: 0};
    }

    // A file that was written anew is shorter than it was.
    const isKnown = from !== undefined && from <= stat.size;
    const begins = isKnown ? from : Math.max(0, stat.size - most);
    const bytes = Buffer.alloc(Math.min(most, stat.size - begins));
    const {bytesRead} = await handle.read(bytes, 0, bytes.length, begins);
    const start = isKnown || begins === 0 ? 0 : bytes.indexOf(lineFeed) + 1;
    const lines = bytes.lastIndexOf(lineFeed, bytesRead - 1) + 1;
    const end = lines > start || bytesRead < most ? lines : bytesRead;
    return {text: printable(bytes.toString('utf8', start, Math.max(start, end))), begins: begins + start, next: begins + Math.max(start, end)};
  } finally {
    await handle?.close();
  }
}
