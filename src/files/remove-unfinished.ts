import {readdir, rm} from 'node:fs/promises';
import path from 'node:path';

/** Takes away what killed writers left aside in a folder. Only for who alone writes there: it asks nobody whether they live. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(each => each.endsWith('.part'))) {
    await rm(path.join(folder, name), {force: true});
  }
}
