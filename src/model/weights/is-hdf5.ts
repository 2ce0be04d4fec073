import {Buffer} from 'node:buffer';
import {open} from 'node:fs/promises';

/** Whether a file is HDF5, by its signature: at its start, or where the user's own block before it ends. */
export async function isHdf5(file: string): Promise<boolean> {
  for (const place of [0, 512, 1024, 2048]) {
    if (await readBytes(file, place, 8) === '\u{89}HDF\r\n\u{1A}\n') {
      return true;
    }
  }

  return false;
}

/** The `length` bytes at a place of a file, one character each. */
export async function readBytes(file: string, place: number, length: number): Promise<string> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(length);
    const {bytesRead} = await handle.read(bytes, 0, length, place);
    return bytes.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
