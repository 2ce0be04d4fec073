import {readFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {errors} from '../../errors.js';
import {makeFolder} from '../../files/make-folder.js';
import {replaceFile} from '../../files/replace-file.js';
import {shape} from '../../files/shape.js';

/** The files of a report, by their paths in its folder. */
export type ReportFiles = ReadonlyMap<string, string>;

const listName = '.report.json';
const pictureName = /^pictures\/[^\/]+\.svg$/v;

/**
Writes a report into a folder, which may hold more than that: a list in it says what ablate wrote, and nothing else is written over or taken
away. Throws a UserError for a file of somebody else in the place of one of the report's.
*/
export async function writeFolder(folder: string, files: ReportFiles): Promise<void> {
  const written = await readList(folder);
  await ensureOurs(folder, files, written);
  await makeFolder(path.join(folder, 'pictures'));
  // Before the first of them: whatever ends it then, the next report knows them for its own.
  await writeList(folder, [...new Set([...written, ...files.keys()])]);
  for (const name of written.filter(each => pictureName.test(each) && !files.has(each))) {
    await rm(path.join(folder, name), {force: true});
  }

  for (const [name, content] of files) {
    await writeChanged(folder, name, content);
  }

  await writeList(folder, [...files.keys()]);
}

async function ensureOurs(folder: string, files: ReportFiles, written: readonly string[]): Promise<void> {
  // Beside the kept drawings, in the runs folder, all is ablate's: also what one wrote that kept no list.
  if (await isThere(path.join(folder, '.pieces.json'))) {
    return;
  }

  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if (!written.includes(name) && await isThere(file) && await readFile(file, 'utf8') !== content) {
      throw errors.notOfReport(file);
    }
  }
}

async function readList(folder: string): Promise<readonly string[]> {
  try {
    const list = JSON.parse(await readFile(path.join(folder, listName), 'utf8')) as unknown;
    return shape.list(shape.text)(list) === undefined ? list as string[] : [];
  } catch {
    return [];
  }
}

async function writeList(folder: string, names: readonly string[]): Promise<void> {
  await writeChanged(folder, listName, `${JSON.stringify(names.toSorted(), undefined, 1)}\n`);
}

async function writeChanged(folder: string, name: string, content: string): Promise<void> {
  const file = path.join(folder, name);
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (old !== content) {
    // Of pictures there may be thousands, and the next report makes them again: none of them waits for the disk.
    await (pictureName.test(name) ? writeFile(file, content) : replaceFile(file, content));
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}
