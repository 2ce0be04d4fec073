/** Whether SQLite found that a file is no database, or a damaged one. */
export function isDamage(error: unknown): boolean {
  const code = String((error as {code?: unknown}).code);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
