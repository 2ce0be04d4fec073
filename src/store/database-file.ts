import path from 'node:path';

/** Where the database of a runs folder lies. SQLite keeps `-wal` and `-shm` beside it. */
export function databaseFile(runsFolder: string): string {
  return path.join(runsFolder, 'ablate.db');
}
