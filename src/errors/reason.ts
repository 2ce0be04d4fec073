const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'a file is in the way',
  EISDIR: 'it is a folder',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'a file is in the way',
  EROFS: 'the disk can only be read',
  SQLITE_BUSY: 'another program holds it',
  SQLITE_FULL: 'no space left on the disk',
  SQLITE_READONLY: 'it can only be read',
};

/** The short reason inside a caught value: what its code means, or its code, or the message's first line. */
export function reason(cause: unknown): string {
  const {code, message} = cause as {code?: string; message?: string};
  return words[code ?? ''] ?? code ?? message?.split('\n', 1)[0] ?? String(cause);
}
