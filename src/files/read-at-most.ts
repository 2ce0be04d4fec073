import {type Buffer, constants as bufferConstants} from 'node:buffer';
import fs, {constants, type Stats} from 'node:fs';
import {open} from 'node:fs/promises';

// Opening a pipe waits for whoever writes to it, and that may be nobody.
const flags = constants.O_RDONLY | constants.O_NONBLOCK;

const pieceBytes = 1_048_576;

/**
The bytes of a file. Throws what the system says of one that cannot be read, and by the same kind of error refuses what is no file (a
pipe, a device) and what has more than `most` bytes: some have no end.
*/
export async function readAtMost(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, flags);
  try {
    ensureFile(await handle.stat(), most);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The same in pieces, for what need not be in memory as a whole. */
export async function * readPieces(file: string, most: number): AsyncGenerator<Buffer> {
  const handle = await open(file, flags);
  try {
    ensureFile(await handle.stat(), most);
    for await (const piece of handle.createReadStream({autoClose: false, highWaterMark: pieceBytes})) {
      yield piece as Buffer;
    }
  } finally {
    await handle.close();
  }
}

/** The same for what is read before anything else can be done. */
export function readAtMostSync(file: string, most: number): Buffer {
  const descriptor = fs.openSync(file, flags);
  try {
    ensureFile(fs.fstatSync(descriptor), most);
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function ensureFile(stat: Stats, most: number): void {
  if (!stat.isFile() && !stat.isDirectory()) {
    throw refusal('ENOTFILE', 'it is a pipe, a socket or a device, and no file');
  }

  if (stat.size > Math.min(most, bufferConstants.MAX_LENGTH)) {
    throw refusal('EFBIG', `it has ${stat.size} bytes, and at most ${most} are read`);
  }
}

function refusal(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), {code, syscall: 'read'});
}
