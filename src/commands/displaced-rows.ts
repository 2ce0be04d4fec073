import {existsSync} from 'node:fs';
import path from 'node:path';
import type {PlannedRun} from '../domain/planned-run.js';
import type {Store} from '../store/open-store.js';

/** A note for each row that leaves the leaderboard because a row of another file, which is still there, has its name. */
export function displacedRows(runs: readonly PlannedRun[], store: Store, cwd: string): string[] {
  const planned = new Map(runs.map(({experiment: {name, file}}) => [name, file]));
  return [...store.filesOf([...planned.keys()])]
    .filter(([name, file]) => path.resolve(cwd, file) !== path.resolve(cwd, planned.get(name)!) && existsSync(path.resolve(cwd, file)))
    .map(([name, file]) => `${name} of ${planned.get(name)!} takes the place of ${name} of ${file}: give one of them a \`name\` of its own to keep both.`);
}
