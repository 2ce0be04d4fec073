import fs from 'node:fs';
import {open} from 'node:fs/promises';

/** Puts on disk which files a folder holds: a file that was made or renamed is there after a power failure. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same for what cannot wait. */
export function syncFolderSync(folder: string): void {
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
