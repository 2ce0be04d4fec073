import {errors} from '../../errors.js';
import {replaceFile} from '../../files/replace-file.js';

/** Writes a file of an export. Throws a UserError where it cannot be written. */
export async function writeExport(file: string, content: Uint8Array): Promise<void> {
  try {
    await replaceFile(file, [content]);
  } catch (error) {
    throw errors.cannotWriteExport(file, error);
  }
}
