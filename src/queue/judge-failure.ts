import {errors, UserError} from '../errors.js';

// Full disks, networks and tables of files or processes: a minute later all may be well.
const passing = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM', 'ESTALE', 'ETIMEDOUT', 'EBUSY']);

/** What the system or SQLite refused a run, and whether it may pass; undefined for a defect of ours. */
export function judgeFailure(error: unknown, folder: string): {readonly error: UserError; readonly canPass: boolean} | undefined {
  if (error instanceof UserError) {
    return {error, canPass: false};
  }

  const {code, syscall} = error as NodeJS.ErrnoException;
  if (String(code).startsWith('SQLITE_')) {
    return {error: errors.queueUnwritable(error), canPass: true};
  }

  return typeof syscall === 'string' ? {error: errors.cannotWriteRun(folder, error), canPass: passing.has(String(code))} : undefined;
}
