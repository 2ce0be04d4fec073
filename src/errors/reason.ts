const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'it is no address of this machine',
  EAGAIN: 'it has nothing to read now',
  EEXIST: 'a file is in the way',
  EFBIG: 'it is too large',
  EIO: 'its disk gives errors',
  EISDIR: 'it is a folder',
  ELOOP: 'links lead round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'a file is in the way',
  ENOTFILE: 'it is a pipe, a socket or a device, and no file',
  ENOTFOUND: 'no machine has this name',
  EPERM: 'permission denied',
  EROFS: 'the disk can only be read',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_INVALID_ARG_VALUE: 'a path cannot hold the character U+0000',
  SQLITE_BUSY: 'another program holds it',
  SQLITE_FULL: 'no space left on the disk',
  SQLITE_READONLY: 'it can only be read',
};

/** The short reason inside a caught value: what its code means, or its code, or the message's first line. */
export function reason(cause: unknown): string {
  const {code, message, path} = cause as {code?: string; message?: string; path?: unknown};
  if (code === 'ENOENT' && String(path).includes('\u{FFFD}')) {
    return 'its name is not UTF-8, so that nothing finds it: rename it';
  }

  return words[code ?? ''] ?? code ?? message?.split('\n', 1)[0] ?? String(cause);
}
