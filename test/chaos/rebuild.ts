import {spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {differences} from './differences.js';
import {readTables} from './record.js';
import type {SweepPlace} from './world.js';

/** Deletes the database of a sweep that is over, has it made anew of the runs' folders, and says where the two differ. */
export function rebuild(place: SweepPlace): string[] {
  const database = path.join(place.runs, 'ablate.db');
  const before = readTables(database, {exactly: true});
  for (const file of [database, `${database}-wal`, `${database}-shm`]) {
    rmSync(file, {force: true});
  }

  const {file, args, options} = place.call('rebuild');
  const {status, stderr} = spawnSync(file, args, {...options, encoding: 'utf8'});
  return status === 0
    ? differences(before, readTables(database, {exactly: true})).map(words => `rebuilt: ${words}`)
    : [`\`ablate rebuild\` ended with ${status}: ${stderr}`];
}
