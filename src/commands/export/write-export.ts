import path from 'node:path';
import type {ExportedFile} from '../../domain/exported-run.js';
import {errors} from '../../errors.js';
import {replaceFile} from '../../files/replace-file.js';

/** Writes a file of an export below a folder. Throws a UserError where it cannot be written, or would lie elsewhere: runs may be anybody's. */
export async function writeExport(folder: string, {path: name, content}: ExportedFile): Promise<string> {
  const file = path.join(folder, name);
  try {
    ensureBelow(folder, file);
    await replaceFile(file, typeof content === 'string' ? content : [content]);
  } catch (error) {
    throw errors.cannotWriteExport(file, error);
  }

  return file;
}

function ensureBelow(folder: string, file: string): void {
  if (!path.resolve(file).startsWith(path.join(path.resolve(folder), path.sep))) {
    throw new Error('it is not in the folder of the export');
  }
}
