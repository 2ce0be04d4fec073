import {access, constants, statfs} from 'node:fs/promises';

/** The first of the folders that can be written and has so many bytes free on its disk. */
export async function findRoom(folders: readonly string[], bytes: number): Promise<string | undefined> {
  for (const folder of folders) {
    if (await isWritable(folder) && await freeBytes(folder) >= bytes) {
      return folder;
    }
  }

  return undefined;
}

/** Whether files can be made in a folder. */
export async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(() => true, () => false);
}

/** What is left to the user on a folder's disk. */
export async function freeBytes(folder: string): Promise<number> {
  const {bavail, bsize} = await statfs(folder);
  return bavail * bsize;
}
