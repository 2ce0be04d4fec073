import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';

/**
SHA-256 over the names, sizes and times of files, and of all sources in folders (editors leave other things there), as make would look at
them: reading each would cost more than it tells. Those that are not there count as such. Every command of a clone asks this before it
starts: no more than a stat each.
*/
export function digestFiles(root, folders, files) {
  const hash = createHash('sha256');
  const sources = folders.flatMap(folder => listFiles(root, folder)).filter(file => /\.(?:json|ts)$/v.test(file));
  for (const file of [...files, ...sources]) {
    const stat = statSync(path.join(root, file), {throwIfNoEntry: false});
    hash.update(stat ? `${file} ${stat.size} ${stat.mtimeMs}\n` : `${file}\n`);
  }

  return hash.digest('hex');
}

/** The files of a folder of `root` and of those in it, by their paths from `root`, in one order; none where there is no such folder. */
export function listFiles(root, folder) {
  let entries;
  try {
    entries = readdirSync(path.join(root, folder), {withFileTypes: true});
  } catch (error) {
    if (error.code === 'ENOENT') {
      return [];
    }

    throw error;
  }

  return entries
    .toSorted((one, other) => one.name < other.name ? -1 : 1)
    .flatMap(entry => entry.isDirectory() ? listFiles(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]);
}

/** The digest that a step left in a file; empty where none can be read there. */
export function readDigest(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
